package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.run.Builtin;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.syntax.CommandPrinter;
import org.vethlab.shell.variable.Declaration;

/** Sets options and the positional parameters; alone, lists variables. */
final class SetBuiltin implements Builtin {
    @Override
    public String name() {
        return "set";
    }

    @Override
    public String synopsis() {
        return "set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]";
    }

    @Override
    public int run(Interpreter shell, List<String> arguments) {
        if (arguments.isEmpty()) {
            shell.variables().all().forEach((name, variable) -> {
                if (variable.isVisible()) {
                    shell.out()
                            .println(
                                    shell.isDash()
                                            ? Declaration.quoted(name, variable)
                                            : Declaration.plain(name, variable));
                }
            });
            shell.functions()
                    .values()
                    .forEach(function ->
                            shell.out().println(CommandPrinter.printFunction(function.name(), function.body())));
            return 0;
        }
        return options(shell, arguments);
    }

    private static int options(Interpreter shell, List<String> words) {
        int next = 0;
        while (next < words.size()
                && words.get(next).matches("[-+].+")
                && !words.get(next).equals("--")) {
            String word = words.get(next++);
            boolean on = word.charAt(0) == '-';
            for (char letter : word.substring(1).toCharArray()) {
                if (letter != 'o') {
                    letter(shell, letter, word.charAt(0));
                } else if (next == words.size()) {
                    list(shell, on);
                } else {
                    named(shell, words.get(next++), on);
                }
            }
        }
        if (next == words.size()) {
            return 0;
        }
        String word = words.get(next);
        if (word.equals("-")) {
            shell.set(SetOption.XTRACE, false);
            shell.set(SetOption.VERBOSE, false);
        }
        boolean dashes = word.equals("--") || word.equals("-");
        List<String> rest = words.subList(dashes ? next + 1 : next, words.size());
        if (!word.equals("-") || !rest.isEmpty()) {
            shell.positional(rest);
        }
        return 0;
    }

    private static void letter(Interpreter shell, char letter, char sign) {
        SetOption option = SetOption.of(letter)
                .filter(shell::knows)
                .orElseThrow(() -> UsageException.invalidOption(String.valueOf(sign) + letter));
        shell.set(option, sign == '-');
    }

    private static void named(Interpreter shell, String name, boolean on) {
        shell.set(
                SetOption.of(name)
                        .filter(shell::knows)
                        .orElseThrow(() -> new UsageException(name + ": invalid option name", false, 2)),
                on);
    }

    private static void list(Interpreter shell, boolean readable) {
        for (SetOption option : SetOption.values()) {
            boolean on = shell.options().has(option);
            shell.out()
                    .println(
                            readable
                                    ? String.format("%-15s\t%s", option.text(), on ? "on" : "off")
                                    : (on ? "set -o " : "set +o ") + option.text());
        }
    }
}
