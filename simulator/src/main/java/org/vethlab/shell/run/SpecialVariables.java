package org.vethlab.shell.run;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.ComputedArray;
import org.vethlab.shell.variable.ComputedVariable;
import org.vethlab.shell.variable.Variable;
import org.vethlab.shell.variable.Variables;

/** The variables that the shell sets by itself: bash many, dash few. */
final class SpecialVariables {
    private static final String VERSION = "5.2.15(1)-release";
    private static final long SECOND = 1_000_000_000L;

    private SpecialVariables() {}

    /** What a shell finds in its environment, and what it adds. */
    static void start(Interpreter shell) {
        Variables variables = shell.variables();
        Map<String, String> environment = Map.copyOf(shell.process().environment());
        environment.forEach((name, value) -> {
            if (Loops.isName(name)) {
                Variable variable = variables.global(name);
                variable.value(value);
                variable.add(Attribute.EXPORTED);
            }
        });
        ExportedFunctions.take(shell, environment);
        standard(variables);
        exported(variables, "PWD", shell.process().directory());
        if (shell.state().dialect.isDash()) {
            variables.global("PPID").value(Integer.toString(shell.process().parentPid()));
            return;
        }
        constants(shell, variables);
        variables.global("OLDPWD").add(Attribute.EXPORTED);
        exported(variables, "SHLVL", Integer.toString(level(environment.get("SHLVL")) + 1));
    }

    private static int level(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }

    private static void exported(Variables variables, String name, String value) {
        Variable variable = variables.global(name);
        variable.value(value);
        variable.add(Attribute.EXPORTED);
    }

    private static void standard(Variables variables) {
        variables.global("IFS").value(" \t\n");
        variables.global("PS4").value("+ ");
        variables.global("OPTIND").value("1");
        if (variables.value("PATH").isEmpty()) {
            variables.global("PATH").value("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        }
    }

    private static void constants(Interpreter shell, Variables variables) {
        variables.global("OPTERR").value("1");
        variables.global("BASH").value("/usr/bin/bash");
        variables.global("BASH_VERSION").value(VERSION);
        variables.global("HOSTNAME").value(shell.process().uts().hostname());
        variables.global("HOSTTYPE").value("x86_64");
        variables.global("MACHTYPE").value("x86_64-pc-linux-gnu");
        variables.global("OSTYPE").value("linux-gnu");
        if (variables.value("TERM").isEmpty()) {
            variables.global("TERM").value("dumb");
        }
        if (variables.value("SHELL").isEmpty()) {
            variables.global("SHELL").value("/bin/bash");
        }
        readonly(variables, "UID", "0");
        readonly(variables, "EUID", "0");
        readonly(variables, "PPID", Integer.toString(shell.process().parentPid()));
        array(variables, "BASH_VERSINFO", List.of("5", "2", "15", "1", "release", "x86_64-pc-linux-gnu"));
        variables.global("BASH_VERSINFO").add(Attribute.READONLY);
        array(variables, "GROUPS", List.of("0"));
    }

    private static void readonly(Variables variables, String name, String value) {
        Variable variable = variables.global(name);
        variable.value(value);
        variable.add(Attribute.INTEGER);
        variable.add(Attribute.READONLY);
    }

    private static void array(Variables variables, String name, List<String> values) {
        Variable variable = variables.global(name);
        variable.add(Attribute.INDEXED);
        for (int i = 0; i < values.size(); i++) {
            variable.indexed().orElseThrow().put(i, values.get(i));
        }
    }

    /** What a shell computes when asked; every subshell computes its own. */
    static void define(Interpreter shell) {
        State state = shell.state();
        if (state.dialect.isDash()) {
            return;
        }
        Variables variables = state.variables;
        Consumer<String> ignored = value -> {};
        variables.define("LINENO", integer(() -> Integer.toString(state.line), ignored));
        variables.define(
                "BASHPID", integer(() -> Integer.toString(shell.process().pid()), ignored));
        variables.define("BASH_SUBSHELL", new ComputedVariable(() -> Integer.toString(state.subshells), ignored));
        variables.define("_", new ComputedVariable(() -> state.lastArgument, ignored));
        variables.define("SHELLOPTS", protectedVariable(() -> setOptions(shell)));
        variables.define("BASHOPTS", protectedVariable(() -> shoptOptions(shell)));
        variables.define("PIPESTATUS", new ComputedArray(() -> texts(state.pipeStatus)));
        variables.define("FUNCNAME", new ComputedArray(() -> Frames.names(shell)));
        variables.define("BASH_SOURCE", new ComputedArray(() -> Frames.sources(shell)));
        variables.define("BASH_LINENO", new ComputedArray(() -> Frames.lines(shell)));
        variables.define("DIRSTACK", new ComputedArray(() -> Frames.directories(shell)));
        clocks(shell, variables);
        random(shell, variables);
    }

    private static List<String> texts(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }

    private static ComputedVariable integer(Supplier<String> source, Consumer<String> sink) {
        ComputedVariable variable = new ComputedVariable(source, sink);
        variable.add(Attribute.INTEGER);
        return variable;
    }

    private static ComputedVariable protectedVariable(Supplier<String> source) {
        ComputedVariable variable = new ComputedVariable(source, value -> {});
        variable.add(Attribute.READONLY);
        return variable;
    }

    private static void clocks(Interpreter shell, Variables variables) {
        State state = shell.state();
        Supplier<Long> now = () -> shell.process().machine().clock().now();
        if (state.subshells == 0) {
            state.secondsFrom = now.get();
        }
        variables.define(
                "SECONDS",
                integer(
                        () -> Long.toString((now.get() - state.secondsFrom) / SECOND),
                        value -> state.secondsFrom = now.get() - number(value) * SECOND));
        Supplier<Long> epoch = () -> shell.process().machine().clock().date() / 1000;
        variables.define("EPOCHSECONDS", integer(() -> Long.toString(epoch.get() / 1_000_000), value -> {}));
        variables.define("EPOCHREALTIME", new ComputedVariable(() -> seconds(epoch.get()), value -> {}));
    }

    /** Each fork of a shell asks: no formatter, which is slow. */
    private static String seconds(long micros) {
        String fraction = Long.toString(1_000_000 + micros % 1_000_000).substring(1);
        return micros / 1_000_000 + "." + fraction;
    }

    private static long number(String text) {
        return text.matches("-?[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }

    /** Seeded by the machine, and anew by an assignment. */
    private static void random(Interpreter shell, Variables variables) {
        SplittableRandom seeds = shell.process().machine().world().random().split();
        RandomNumbers numbers = new RandomNumbers(seeds.nextInt());
        variables.define(
                "RANDOM", integer(() -> Integer.toString(numbers.next()), value -> numbers.seed((int) number(value))));
        variables.define("SRANDOM", integer(() -> Long.toString(seeds.nextLong(1L << 32)), value -> {}));
    }

    private static String setOptions(Interpreter shell) {
        StringBuilder names = new StringBuilder();
        for (SetOption option : SetOption.values()) {
            if (shell.options().has(option)) {
                names.append(names.length() == 0 ? "" : ":").append(option.text());
            }
        }
        return names.toString();
    }

    private static String shoptOptions(Interpreter shell) {
        StringBuilder names = new StringBuilder();
        for (ShoptOption option : ShoptOption.values()) {
            if (shell.options().has(option)) {
                names.append(names.length() == 0 ? "" : ":").append(option.text());
            }
        }
        return names.toString();
    }
}
