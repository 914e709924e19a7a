package org.vethlab.program.awk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;

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
            return run(context, new AwkArguments(context.arguments()));
        } catch (AwkException e) {
            return context.fail(2, "awk: " + e.text());
        }
    }

    private static int run(Context context, AwkArguments arguments) {
        List<String> operands = new ArrayList<>(arguments.operands());
        if (arguments.programFile().isEmpty() && operands.isEmpty()) {
            context.err().print(UsageText.of("mawk"));
            return 0;
        }
        String program =
                arguments.programFile().map(file -> read(context, file)).orElseGet(() -> operands.remove(0));
        Machinery machinery = new Machinery(context, Parser.parse(program));
        machinery.arguments(operands);
        arguments.separator().ifPresent(separator -> machinery.memory.set("FS", Value.of(Escape.all(separator))));
        arguments.assignments().forEach(assignment -> preset(machinery, assignment));
        try {
            return new Interpreter(machinery).run();
        } catch (AwkException e) {
            throw e.isAtRunTime() ? new AwkException(e.text() + "\n" + machinery.whereabouts()) : e;
        }
    }

    private static String read(Context context, String file) {
        try {
            byte[] bytes =
                    file.equals("-") ? context.in().readAll() : context.files().read(file);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NetException e) {
            throw new AwkException("cannot open " + file + " (" + e.errno().text() + ")");
        }
    }

    private static void preset(Machinery machinery, String assignment) {
        if (!Machinery.isAssignment(assignment)) {
            throw new AwkException("improper assignment: -v " + assignment);
        }
        machinery.assign(assignment);
    }
}
