package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** The programs whose places the shell remembers. */
final class Hash implements Builtin {
    @Override
    public String name() {
        return "hash";
    }

    @Override
    public String synopsis() {
        return "hash [-lr] [-p pathname] [-dt] [name ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "lrp:dt");
        if (flags.has('r')) {
            shell.search().remembered().clear();
        }
        if (flags.rest().isEmpty()) {
            return flags.has('r') ? 0 : list(shell);
        }
        int status = 0;
        for (String name : flags.rest()) {
            Optional<String> path = flags.value('p').or(() -> shell.search().find(name));
            if (flags.has('d')) {
                shell.search().remembered().remove(name);
            } else if (path.isEmpty()) {
                shell.messages().error("hash: " + name + ": not found");
                status = 1;
            } else if (flags.has('t')) {
                shell.out().println(path.get());
            } else {
                shell.search().remembered().put(name, path.get());
            }
        }
        return status;
    }

    private static int list(Interpreter shell) {
        if (shell.search().remembered().isEmpty()) {
            shell.out().println("hash: hash table empty");
            return 0;
        }
        shell.out().println("hits\tcommand");
        shell.search().remembered().values().forEach(path -> shell.out().println("   1\t" + path));
        return 0;
    }
}
