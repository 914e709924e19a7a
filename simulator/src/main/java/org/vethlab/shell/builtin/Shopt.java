package org.vethlab.shell.builtin;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;

/** Shows and sets options. */
final class Shopt implements Builtin {
    @Override
    public String name() {
        return "shopt";
    }

    @Override
    public String synopsis() {
        return "shopt [-pqsu] [-o] [optname ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        Flags flags = Flags.parse(arguments, "pqsuo");
        if (flags.rest().isEmpty()) {
            list(shell, flags);
            return 0;
        }
        int status = 0;
        for (String name : flags.rest()) {
            Optional<ShoptOption> option = ShoptOption.of(name);
            Optional<SetOption> set = SetOption.of(name);
            if (flags.has('o') ? set.isEmpty() : option.isEmpty()) {
                String kind = flags.has('o') ? "invalid option name" : "invalid shell option name";
                shell.messages().error("shopt: " + name + ": " + kind);
                return 1;
            }
            boolean on = flags.has('o')
                    ? setOrShow(shell, flags, set.orElseThrow())
                    : setOrShow(shell, flags, option.orElseThrow());
            status = on ? status : 1;
        }
        return status;
    }

    private static boolean setOrShow(Interpreter shell, Flags flags, ShoptOption option) {
        if (flags.has('s') || flags.has('u')) {
            shell.options().put(option, flags.has('s'));
            return true;
        }
        show(shell, flags, option.text(), shell.options().has(option));
        return shell.options().has(option);
    }

    private static boolean setOrShow(Interpreter shell, Flags flags, SetOption option) {
        if (flags.has('s') || flags.has('u')) {
            shell.set(option, flags.has('s'));
            return true;
        }
        show(shell, flags, option.text(), shell.options().has(option));
        return shell.options().has(option);
    }

    private static void list(Interpreter shell, Flags flags) {
        if (flags.has('o')) {
            for (SetOption option : SetOption.values()) {
                listed(shell, flags, option.text(), shell.options().has(option));
            }
            return;
        }
        for (ShoptOption option : ShoptOption.values()) {
            listed(shell, flags, option.text(), shell.options().has(option));
        }
    }

    private static void listed(Interpreter shell, Flags flags, String name, boolean on) {
        if (!(flags.has('s') && !on || flags.has('u') && on)) {
            show(shell, flags, name, on);
        }
    }

    private static void show(Interpreter shell, Flags flags, String name, boolean on) {
        if (flags.has('q')) {
            return;
        }
        if (flags.has('p')) {
            String verb = flags.has('o') ? on ? "set -o " : "set +o " : on ? "shopt -s " : "shopt -u ";
            shell.out().println(verb + name);
        } else {
            shell.out().println(String.format("%-15s\t%s", name, on ? "on" : "off"));
        }
    }
}
