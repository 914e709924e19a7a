package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** What a word would run. */
final class Type implements Builtin {
    @Override
    public String name() {
        return "type";
    }

    @Override
    public String synopsis() {
        return "type [-afptP] name [name ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "afptP");
        int status = 0;
        for (String name : flags.rest()) {
            List<Meaning> meanings = meanings(shell, name, flags);
            if (meanings.isEmpty()) {
                status = shell.isDash() ? 127 : 1;
                if (shell.isDash()) {
                    shell.out().println(name + ": not found");
                } else if (!flags.has('t') && !flags.has('p') && !flags.has('P')) {
                    shell.messages().error("type: " + name + ": not found");
                }
            }
            for (Meaning meaning :
                    flags.has('a') ? meanings : meanings.stream().limit(1).toList()) {
                print(shell, name, meaning, flags);
            }
        }
        return status;
    }

    private static List<Meaning> meanings(Interpreter shell, String name, Flags flags) {
        return flags.has('P') ? Meaning.files(shell, name) : Meaning.all(shell, name, !flags.has('f'));
    }

    private static void print(Interpreter shell, String name, Meaning meaning, Flags flags) {
        if (flags.has('t')) {
            shell.out().println(meaning.kind().text());
        } else if (flags.has('p') || flags.has('P')) {
            if (meaning.kind() == Meaning.Kind.FILE) {
                shell.out().println(meaning.detail());
            }
        } else {
            shell.out().println(meaning.describe(name));
        }
    }
}
