package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Runs a command, but no function; or says what a word would run. */
final class CommandBuiltin implements Builtin {
    @Override
    public String name() {
        return "command";
    }

    @Override
    public String synopsis() {
        return "command [-pVv] command [arg ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "pVv");
        if (flags.rest().isEmpty()) {
            return 0;
        }
        if (!flags.has('v') && !flags.has('V')) {
            return shell.callWithoutFunctions(flags.rest());
        }
        if (shell.isDash()) {
            return describeOne(shell, flags);
        }
        boolean any = false;
        for (String name : flags.rest()) {
            Optional<Meaning> meaning = Meaning.all(shell, name, true).stream().findFirst();
            any |= meaning.isPresent();
            if (meaning.isPresent()) {
                shell.out()
                        .println(
                                flags.has('V')
                                        ? meaning.get().describe(name)
                                        : meaning.get().brief(name));
            } else if (flags.has('V')) {
                shell.messages().error("command: " + name + ": not found");
            }
        }
        return any ? 0 : 1;
    }

    /** dash looks at the first name only, and says on its output that there is none. */
    private static int describeOne(Interpreter shell, Flags flags) {
        String name = flags.rest().get(0);
        Optional<Meaning> meaning = Meaning.all(shell, name, true).stream().findFirst();
        String missing = flags.has('V') ? name + ": not found\n" : "";
        shell.out()
                .print(meaning.map(found -> (flags.has('V') ? found.describe(name) : found.brief(name)) + "\n")
                        .orElse(missing));
        return meaning.isPresent() ? 0 : 127;
    }
}
