package org.vethlab.program.awk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** {@code awk}, in Debian mawk, by this name and others. */
public final class Awk implements Program {
    private final String name;

    private Awk(String name) {
        this.name = name;
    }

    public static Awk awk() {
        return new Awk("awk");
    }

    public static Awk mawk() {
        return new Awk("mawk");
    }

    public static Awk gawk() {
        return new Awk("gawk");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return "pattern scanning and text processing language";
    }

    @Override
    public int run(Context context) {
        try {
            GetOpt.Result options =
                    new GetOpt("awk", "+F:v:f:W:", List.of("version", "help")).parse(context.arguments());
            List<String> operands = new ArrayList<>(options.operands());
            Source source = Parser.parse(program(context, options, operands));
            Machinery machinery = new Machinery(context, source);
            machinery.arguments(operands);
            options.last("F").ifPresent(separator -> machinery.memory.set("FS", Value.of(separator(separator))));
            for (GetOpt.Option option : options.options()) {
                if (option.key().equals("v")) {
                    preset(machinery, option.value().orElse(""));
                }
            }
            return new Interpreter(machinery).run();
        } catch (AwkException e) {
            return context.fail(2, "awk: " + e.text());
        } catch (CommandException e) {
            return context.fail(2, e.text());
        }
    }

    private static String program(Context context, GetOpt.Result options, List<String> operands) {
        if (!options.has("f")) {
            if (operands.isEmpty()) {
                throw new CommandException(
                        2,
                        "Usage: mawk [Options] [Program] [file ...]\n\nProgram:\n    The -f option value is the name of a file containing program text.");
            }
            return operands.remove(0);
        }
        String file = options.last("f").orElse("");
        try {
            byte[] bytes =
                    file.equals("-") ? context.in().readAll() : context.files().read(file);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NetException e) {
            throw new AwkException("couldn't open file " + file);
        }
    }

    /** {@code -Ft} is a tab. */
    private static String separator(String word) {
        return word.equals("t") ? "\t" : Escape.all(word);
    }

    private static void preset(Machinery machinery, String assignment) {
        if (!Machinery.isAssignment(assignment)) {
            throw new AwkException("improper assignment: -v " + assignment);
        }
        machinery.assign(assignment);
    }
}
