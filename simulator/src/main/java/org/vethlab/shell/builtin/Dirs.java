package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Shows the stack of directories. */
final class Dirs implements Builtin {
    @Override
    public String name() {
        return "dirs";
    }

    @Override
    public String synopsis() {
        return "dirs [-clpv] [+N] [-N]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        boolean numbered = false;
        boolean lines = false;
        for (String word : arguments) {
            if (word.matches("[-+][0-9]+")) {
                shell.out()
                        .println(DirectoryStack.polite(
                                shell, DirectoryStack.all(shell).get(DirectoryStack.index(shell, word))));
                return 0;
            }
            if (word.equals("-c")) {
                shell.directories().clear();
                return 0;
            }
            numbered |= word.equals("-v");
            lines |= word.equals("-p");
        }
        if (!numbered && !lines) {
            DirectoryStack.print(shell);
            return 0;
        }
        List<String> all = DirectoryStack.all(shell);
        for (int i = 0; i < all.size(); i++) {
            String head = numbered ? String.format("%2d  ", i) : "";
            shell.out().println(head + DirectoryStack.polite(shell, all.get(i)));
        }
        return 0;
    }
}
