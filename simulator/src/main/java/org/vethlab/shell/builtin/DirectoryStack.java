package org.vethlab.shell.builtin;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.shell.run.Builtin.UsageException;
import org.vethlab.shell.run.Interpreter;

/** The directories of {@code pushd}, the current one first. */
final class DirectoryStack {
    private DirectoryStack() {}

    static String current(Interpreter shell) {
        return shell.variables().value("PWD").orElse(shell.process().directory());
    }

    static List<String> all(Interpreter shell) {
        List<String> all = new ArrayList<>();
        all.add(current(shell));
        all.addAll(shell.directories());
        return all;
    }

    /** {@code +N} counts from the left, {@code -N} from the right. */
    static int index(Interpreter shell, String word) {
        int size = shell.directories().size() + 1;
        int number = Numeric.parse(word.substring(1));
        int index = word.charAt(0) == '+' ? number : size - 1 - number;
        if (index < 0 || index >= size) {
            throw UsageException.failed(word + ": directory stack index out of range");
        }
        return index;
    }

    static void print(Interpreter shell) {
        shell.out()
                .println(String.join(
                        " ",
                        all(shell).stream()
                                .map(directory -> polite(shell, directory))
                                .toList()));
    }

    /** With a tilde for the home directory. */
    static String polite(Interpreter shell, String directory) {
        String home = shell.variables().value("HOME").orElse("");
        boolean inside = !home.isEmpty() && (directory.equals(home) || directory.startsWith(home + "/"));
        return inside ? "~" + directory.substring(home.length()) : directory;
    }
}
