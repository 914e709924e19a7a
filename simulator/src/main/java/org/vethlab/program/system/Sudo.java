package org.vethlab.program.system;

import java.util.List;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** sudo(8): everybody is root already, so the command runs as it is. */
public final class Sudo implements Program {
    private static final List<String> LONG_NAMES = List.of(
            "background=b",
            "close-from=C",
            "chdir=D",
            "preserve-env",
            "edit=e",
            "group=g",
            "set-home=H",
            "help=h",
            "login=i",
            "reset-timestamp=k",
            "list=l",
            "non-interactive=n",
            "preserve-groups=P",
            "prompt=p",
            "stdin=S",
            "shell=s",
            "user=u",
            "validate=v",
            "version=V");

    @Override
    public String name() {
        return "sudo";
    }

    @Override
    public String summary() {
        return "execute a command as another user";
    }

    @Override
    public int run(Context context) {
        String usage = "usage: sudo -h | -V\nusage: sudo [-bEHknPS] [-D directory] [-g group] [-u user] command";
        GetOpt.Result words = new GetOpt("sudo", "+AbC:D:Eeg:Hhiklnp:PSsu:vV", LONG_NAMES)
                .failing(1, usage)
                .parse(context.arguments());
        List<String> command = words.operands();
        while (!command.isEmpty() && command.get(0).contains("=")) {
            String word = command.get(0);
            int equals = word.indexOf('=');
            context.process().environment().put(word.substring(0, equals), word.substring(equals + 1));
            command = command.subList(1, command.size());
        }
        if (command.isEmpty() && (words.has("s") || words.has("i"))) {
            command = List.of("/bin/bash");
        }
        if (command.isEmpty()) {
            return words.has("k") || words.has("v") ? 0 : context.fail(1, usage);
        }
        if (context.process()
                .machine()
                .executables()
                .locate(context.process(), command.get(0))
                .isEmpty()) {
            return context.fail(1, "sudo: " + command.get(0) + ": command not found");
        }
        return Execution.run(context, command, "sudo: " + command.get(0));
    }
}
