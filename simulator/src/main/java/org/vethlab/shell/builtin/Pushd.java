package org.vethlab.shell.builtin;

import java.util.Collections;
import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Goes to a directory and remembers the one before. */
final class Pushd implements Builtin {
    @Override
    public String name() {
        return "pushd";
    }

    @Override
    public String synopsis() {
        return "pushd [-n] [+N | -N | dir]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        List<String> words = arguments.stream()
                .filter(word -> !word.equals("-n") && !word.equals("--"))
                .toList();
        if (words.isEmpty()) {
            exchange(shell);
        } else if (words.get(0).matches("[-+][0-9]+")) {
            rotate(shell, words.get(0));
        } else {
            String before = DirectoryStack.current(shell);
            WorkingDirectory.change(shell, words.get(0), false);
            shell.directories().add(0, before);
        }
        DirectoryStack.print(shell);
        return 0;
    }

    private static void exchange(Interpreter shell) {
        if (shell.directories().isEmpty()) {
            throw UsageException.failed("no other directory");
        }
        String before = DirectoryStack.current(shell);
        WorkingDirectory.change(shell, shell.directories().get(0), false);
        shell.directories().set(0, before);
    }

    private static void rotate(Interpreter shell, String word) {
        List<String> all = DirectoryStack.all(shell);
        int index = DirectoryStack.index(shell, word);
        Collections.rotate(all, -index);
        WorkingDirectory.change(shell, all.get(0), false);
        shell.directories().clear();
        shell.directories().addAll(all.subList(1, all.size()));
    }
}
