package org.vethlab.program.brctl;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Optional;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;

/** The {@code brctl} of bridge-utils 1.7. */
public final class Brctl implements Program {
    private interface Command {
        int run(Context context, List<String> words);
    }

    /** A row of the usage text begins with a command; {@code words} are the least that it needs. */
    private record Row(int words, Command command) {}

    private static final List<Entry<String, Row>> COMMANDS = List.of(
            entry("addbr", new Row(1, (context, words) -> new BrctlPorts(context).addBridge(words.get(0)))),
            entry("delbr", new Row(1, (context, words) -> new BrctlPorts(context).deleteBridge(words.get(0)))),
            entry("addif", new Row(2, (context, words) -> new BrctlPorts(context).add(words))),
            entry("delif", new Row(2, (context, words) -> new BrctlPorts(context).delete(words))),
            entry("hairpin", new Row(3, (context, words) -> new BrctlSettings(context).hairpin(words))),
            entry("setageing", new Row(2, (context, words) -> new BrctlSettings(context).ageing(words))),
            entry("setbridgeprio", new Row(2, (context, words) -> new BrctlSettings(context).bridgePriority(words))),
            entry("setfd", new Row(2, (context, words) -> new BrctlSettings(context).forwardDelay(words))),
            entry("sethello", new Row(2, (context, words) -> new BrctlSettings(context).hello(words))),
            entry("setmaxage", new Row(2, (context, words) -> new BrctlSettings(context).maxAge(words))),
            entry("setpathcost", new Row(3, (context, words) -> new BrctlSettings(context).pathCost(words))),
            entry("setportprio", new Row(3, (context, words) -> new BrctlSettings(context).portPriority(words))),
            entry("show", new Row(0, (context, words) -> new BrctlShow(context).show(words))),
            entry("showmacs", new Row(1, (context, words) -> new BrctlShow(context).showMacs(words.get(0)))),
            entry("showstp", new Row(1, (context, words) -> new BrctlShowStp(context).run(words.get(0)))),
            entry("stp", new Row(2, (context, words) -> new BrctlSettings(context).spanningTree(words))));

    @Override
    public String name() {
        return "brctl";
    }

    @Override
    public String path() {
        return "/usr/sbin/brctl";
    }

    @Override
    public String summary() {
        return "ethernet bridge administration";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words;
        try {
            words = new GetOpt("brctl", "Vh", List.of("help=h", "version=V"))
                    .failing(1, () -> "Unknown option '?'\n" + usage())
                    .parse(context.arguments());
        } catch (CommandException e) {
            return context.fail(e.status(), e.text());
        }
        if (words.has("h")) {
            context.out().println(usage());
            return 0;
        }
        if (words.has("V")) {
            context.out().println("bridge-utils, 1.7");
            return 0;
        }
        return words.operands().isEmpty() ? context.fail(1, usage()) : run(context, words.operands());
    }

    private static int run(Context context, List<String> words) {
        String name = words.get(0);
        List<String> rest = words.subList(1, words.size());
        Optional<Row> row = COMMANDS.stream()
                .filter(command -> command.getKey().equals(name))
                .map(Entry::getValue)
                .findFirst();
        if (row.isEmpty()) {
            return context.fail(1, "never heard of command [" + name + "]\n" + usage());
        }
        if (rest.size() < row.get().words()) {
            return context.fail(1, "Incorrect number of arguments for command\nUsage: brctl " + usageOf(name));
        }
        return row.get().command().run(context, rest);
    }

    private static String usage() {
        return UsageText.of("brctl").stripTrailing();
    }

    /** The command's row of the usage text, without the blanks behind its name. */
    private static String usageOf(String name) {
        return usage().lines()
                .map(String::strip)
                .filter(line -> line.split("\\s+", 2)[0].equals(name))
                .map(line -> name + " " + line.substring(name.length()).strip())
                .findFirst()
                .orElse(name);
    }

    /** {@code on}, {@code yes}, {@code 1} and their opposites; empty for other words, after saying so. */
    static Optional<Boolean> onOff(Context context, String word) {
        switch (word) {
            case "on", "yes", "1" -> {
                return Optional.of(true);
            }
            case "off", "no", "0" -> {
                return Optional.of(false);
            }
            default -> {
                context.fail(1, "expect on/off for argument");
                return Optional.empty();
            }
        }
    }

    /** Seconds in hundredths. */
    static String seconds(long nanos) {
        long hundredths = nanos / 10_000_000;
        return String.format(Locale.ROOT, "%4d.%02d", hundredths / 100, hundredths % 100);
    }
}
