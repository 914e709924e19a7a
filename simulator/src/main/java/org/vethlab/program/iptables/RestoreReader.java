package org.vethlab.program.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Counter;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;

/** Carries out the lines that iptables-save wrote (iptables/xtables-restore.c). */
final class RestoreReader {
    private static final Pattern COUNTERS = Pattern.compile("\\[(\\d+):(\\d+)\\]\\s*(.*)");

    private final Context context;
    private final Variant variant;
    private final Tables tables;
    private final boolean flushes;
    private final boolean keepsCounters;
    private final Optional<String> onlyTable;
    private Optional<BuiltinTable> table = Optional.empty();
    private List<String> lines = List.of();
    private boolean skipped;
    private int line;

    RestoreReader(Context context, Variant variant, Tables tables, GetOpt.Result given) {
        this.context = context;
        this.variant = variant;
        this.tables = tables;
        this.flushes = !given.has("n");
        this.keepsCounters = given.has("c");
        this.onlyTable = given.last("T");
    }

    /** The line that is being read, or was last. */
    int line() {
        return line;
    }

    void read(List<String> all) {
        lines = all;
        for (String text : all) {
            line++;
            if (!text.isEmpty() && !text.startsWith("#")) {
                read(text);
            }
        }
        if (table.isPresent()) {
            throw Failure.other("COMMIT expected at line " + (line + 1));
        }
    }

    private void read(String text) {
        if (text.equals("COMMIT") && table.isPresent()) {
            table = Optional.empty();
        } else if (text.startsWith("*") && table.isEmpty()) {
            open(text.substring(1).strip());
        } else if (table.isPresent() && skipped) {
            return;
        } else if (text.startsWith(":") && table.isPresent()) {
            chain(text.substring(1).strip());
        } else if (table.isPresent()) {
            command(text);
        } else {
            throw Failure.other("line " + line + " failed");
        }
    }

    private void open(String name) {
        BuiltinTable found = BuiltinTable.named(name)
                .orElseThrow(() -> Failure.parameter(
                        variant.program() + "-restore: line " + line + " table name '" + name + "' invalid"));
        table = Optional.of(found);
        skipped = onlyTable.filter(only -> !only.equals(name)).isPresent();
        if (flushes && !skipped) {
            tables.find(found).ifPresent(tables.ruleset()::deleteTable);
        }
    }

    /** {@code NAME POLICY [PACKETS:BYTES]}. */
    private void chain(String text) {
        String[] words = text.split("\\s+", 3);
        BuiltinTable current = table.orElseThrow();
        String name = words[0];
        if (words.length < 2) {
            throw Failure.parameter(variant.program() + "-restore: line " + line + " policy invalid");
        }
        if (current.hook(name).isPresent()) {
            Counter counter = words.length > 2 && keepsCounters ? counter(words[2]) : new Counter();
            edits(current).policy(name, words[1].equals("-") ? "ACCEPT" : words[1], Optional.of(counter));
            return;
        }
        Optional<Chain> known = tables.find(current, name);
        if (known.isPresent()) {
            tables.ruleset().flushChain(known.get());
        } else {
            edits(current).newChain(name);
        }
    }

    private static Counter counter(String text) {
        Matcher matcher = COUNTERS.matcher(text);
        return matcher.matches()
                ? new Counter(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
                : new Counter();
    }

    private Edits edits(BuiltinTable current) {
        return new Edits(tables, current, variant, new Names(context, variant), context.out());
    }

    /** Surprising: that a chain is missing is noticed at the end of the table. */
    private void checkTarget(Optional<String> jump) {
        try {
            IptablesProgram.checkTarget(jump, tables, table.orElseThrow());
        } catch (CommandException missing) {
            while (line < lines.size() && !lines.get(line - 1).equals("COMMIT")) {
                line++;
            }
            throw missing;
        }
    }

    private void command(String text) {
        Matcher counted = COUNTERS.matcher(text);
        boolean hasCounters = counted.matches();
        List<String> words = new ArrayList<>(List.of("-t", table.orElseThrow().keyword()));
        if (hasCounters && keepsCounters) {
            words.addAll(List.of("-c", counted.group(1), counted.group(2)));
        }
        words.addAll(QuotedWords.split(hasCounters ? counted.group(3) : text));
        InvocationParser parser = new InvocationParser(variant, words, new Names(context, variant));
        try {
            Invocation given = parser.parse();
            checkTarget(parser.jump());
            given.actions().forEach(action -> edits(table.orElseThrow()).perform(action, given));
        } catch (CommandException e) {
            throw e.status() == 1
                    ? Failure.other("line " + line + " failed: "
                            + e.text().substring(e.text().indexOf(' ') + 1))
                    : e;
        }
    }
}
