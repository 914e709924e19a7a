package org.vethlab.shell;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;
import org.vethlab.process.Process;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.shell.BashOptions.Misuse;
import org.vethlab.shell.builtin.Builtins;
import org.vethlab.shell.run.BinaryFile;
import org.vethlab.shell.run.DashWords;
import org.vethlab.shell.run.Dialect;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.syntax.LineSupplier;
import org.vethlab.shell.text.RawText;

/** bash and sh, which is dash, as programs: a string, a file or standard input as a script. */
final class Bash implements Program {
    private static final int NOT_FOUND = 127;
    private static final int NOT_EXECUTABLE = 126;

    private final String name;
    private final Dialect dialect;

    Bash(String name, Dialect dialect) {
        this.name = name;
        this.dialect = dialect;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return dialect == Dialect.BASH ? "GNU Bourne-Again SHell" : "command interpreter (shell)";
    }

    @Override
    public int run(Context context) {
        BashOptions options;
        try {
            options = BashOptions.parse(context.arguments(), dialect);
        } catch (Misuse e) {
            if (dialect == Dialect.DASH) {
                String option = String.valueOf(e.getMessage()).replaceFirst(": .*", "");
                return context.fail(2, context.name() + ": 0: Illegal option " + option);
            }
            context.err().println(context.name() + ": " + e.getMessage());
            return context.fail(2, BashUsage.TEXT);
        }
        if (options.version()) {
            context.out().println("GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)");
            return 0;
        }
        Builtins builtins = dialect == Dialect.DASH ? Builtins.ofDash() : new Builtins();
        Interpreter shell = new Interpreter(context.process(), builtins, dialect);
        options.settings().forEach(setting -> shell.set(setting.option(), setting.on()));
        return start(shell, context, options);
    }

    private int start(Interpreter shell, Context context, BashOptions options) {
        List<String> words = options.words();
        if (options.isString()) {
            if (words.isEmpty()) {
                return context.fail(
                        2,
                        context.name()
                                + (dialect == Dialect.DASH
                                        ? ": 0: -c requires an argument"
                                        : ": -c: option requires an argument"));
            }
            String zero = words.size() > 1 ? words.get(1) : context.name();
            List<String> arguments = words.subList(Math.min(2, words.size()), words.size());
            return shell.runToEnd(LineSupplier.of(words.get(0)), zero, arguments, true);
        }
        if (words.isEmpty() || options.readsInput()) {
            shell.readsInput();
            return shell.runToEnd(input(shell, context.process()), context.name(), words, false);
        }
        return file(shell, context, words);
    }

    private int file(Interpreter shell, Context context, List<String> words) {
        String path = locate(shell, words.get(0));
        if (context.files().isDirectory(path)) {
            return context.fail(NOT_EXECUTABLE, path + ": " + path + ": Is a directory");
        }
        byte[] bytes;
        try {
            bytes = context.files().read(path);
        } catch (NetException e) {
            if (dialect == Dialect.DASH) {
                return context.fail(2, context.name() + ": 0: " + DashWords.cannotOpen(path, true, e.errno()));
            }
            return context.fail(
                    NOT_FOUND, context.name() + ": " + path + ": " + e.errno().text());
        }
        if (BinaryFile.isBinary(bytes)) {
            return context.fail(NOT_EXECUTABLE, path + ": " + path + ": cannot execute binary file");
        }
        List<String> arguments = words.subList(1, words.size());
        return shell.runToEnd(LineSupplier.of(RawText.decode(bytes)), path, arguments, false);
    }

    /** A script that is not in the working directory is looked for by PATH. */
    private static String locate(Interpreter shell, String name) {
        boolean here = name.contains("/") || shell.files().exists(name);
        return here ? name : shell.search().find(name).orElse(name);
    }

    /** Standard input line by line: what the shell has not read is there for its commands. */
    private static LineSupplier input(Interpreter shell, Process process) {
        return () -> {
            Input in = process.in();
            java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
            byte[] one = new byte[1];
            while (shell.traps().blocking(() -> in.read(one, 0, 1)).orElse(-1) > 0) {
                line.write(one[0]);
                if (one[0] == '\n') {
                    break;
                }
            }
            return line.size() == 0 ? Optional.empty() : Optional.of(RawText.decode(line.toByteArray()));
        };
    }
}
