package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Shows or sets what permissions new files lack. */
final class Umask implements Builtin {
    @Override
    public String name() {
        return "umask";
    }

    @Override
    public String synopsis() {
        return "umask [-p] [-S] [mode]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "pS");
        if (!flags.rest().isEmpty()) {
            String mode = flags.rest().get(0);
            shell.umask(Character.isDigit(mode.charAt(0)) ? octal(mode) : SymbolicMode.apply(mode, shell.umask()));
            return 0;
        }
        String mode = flags.has('S') ? symbolic(shell.umask()) : String.format("%04o", shell.umask());
        String head = flags.has('p') ? flags.has('S') ? "umask -S " : "umask " : "";
        shell.out().println(head + mode);
        return 0;
    }

    private static int octal(String mode) {
        if (!mode.matches("[0-7]{1,4}")) {
            throw UsageException.failed(mode + ": octal number out of range");
        }
        return Integer.parseInt(mode, 8);
    }

    private static String symbolic(int mask) {
        int allowed = ~mask & 0777;
        return "u=" + letters(allowed >> 6) + ",g=" + letters(allowed >> 3) + ",o=" + letters(allowed);
    }

    private static String letters(int bits) {
        return ((bits & 4) != 0 ? "r" : "") + ((bits & 2) != 0 ? "w" : "") + ((bits & 1) != 0 ? "x" : "");
    }
}
