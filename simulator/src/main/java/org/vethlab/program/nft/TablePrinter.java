package org.vethlab.program.nft;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.BaseHook;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.Quota;
import org.vethlab.net.filter.expression.RateLimit;
import org.vethlab.net.filter.expression.SetProperties;
import org.vethlab.net.filter.expression.SetProperties.Flag;
import org.vethlab.net.filter.expression.StatefulObject;

/** Shows tables and what is in them, as nft reads them again. */
final class TablePrinter {
    private final PrintOptions options;
    private final SetPrinter sets;

    TablePrinter(PrintOptions options, SetPrinter sets) {
        this.options = options;
        this.sets = sets;
    }

    String table(Table table) {
        StringBuilder out = open(table);
        String delimiter = "";
        if (table.isDormant()) {
            out.append("\tflags dormant\n");
            delimiter = "\n";
        }
        table.comment()
                .ifPresent(comment -> out.append("\tcomment \"").append(comment).append("\"\n"));
        for (StatefulObject object : table.objects()) {
            out.append(delimiter).append(object(object));
            delimiter = "\n";
        }
        for (ElementSet set : table.sets()) {
            out.append(delimiter).append(set(set));
            delimiter = "\n";
        }
        for (Chain chain : table.chains()) {
            out.append(delimiter).append(chain(chain));
            delimiter = "\n";
        }
        return out.append("}\n").toString();
    }

    /** A table's first line. */
    StringBuilder open(Table table) {
        return new StringBuilder("table ")
                .append(table)
                .append(" {")
                .append(handle(table.handle()))
                .append('\n');
    }

    /** Parts of a table within its braces. @param parts as shown, each with its newline */
    static String within(Table table, List<String> parts) {
        return "table " + table + " {\n" + String.join("", parts) + "}\n";
    }

    private String handle(long handle) {
        return options.handles() ? " # handle " + handle : "";
    }

    String chain(Chain chain) {
        StringBuilder out = new StringBuilder(head(chain));
        for (Rule rule : chain.rules()) {
            out.append("\t\t").append(rule(chain, rule)).append('\n');
        }
        return out.append("\t}\n").toString();
    }

    /** What a chain is, without its rules. */
    String head(Chain chain) {
        StringBuilder out = new StringBuilder("\tchain ").append(chain.name()).append(" {");
        out.append(handle(chain.handle()));
        chain.comment()
                .ifPresent(comment ->
                        out.append("\n\t\tcomment \"").append(comment).append('"'));
        out.append('\n');
        chain.base()
                .ifPresent(base -> out.append("\t\t").append(base(chain, base)).append('\n'));
        return out.toString();
    }

    private String base(Chain chain, BaseHook base) {
        String priority =
                Priorities.print(base.priority(), chain.table().family(), base.hook(), options.numericPriority());
        String policy = chain.policy() == Verdict.DROP ? "drop" : "accept";
        return "type " + base.type().keyword() + " hook " + base.hook().keyword() + devices(base.devices())
                + " priority " + priority + "; policy " + policy + ";";
    }

    private static String devices(List<String> devices) {
        if (devices.isEmpty()) {
            return "";
        }
        return devices.size() == 1
                ? " device \"" + devices.get(0) + "\""
                : " devices = { " + String.join(", ", devices) + " }";
    }

    String rule(Chain chain, Rule rule) {
        String text = RulePrinter.print(rule, chain.table().family(), sets);
        String comment = rule.comment().map(one -> " comment \"" + one + "\"").orElse("");
        return text + comment + handle(rule.handle());
    }

    String object(StatefulObject object) {
        StringBuilder out = new StringBuilder("\t" + object.kind() + " " + object.name() + " {");
        out.append(handle(object.handle()));
        object.comment()
                .ifPresent(comment ->
                        out.append("\n\t\tcomment \"").append(comment).append('"'));
        return out.append('\n').append(state(object.state())).append("\t}\n").toString();
    }

    private String state(Statement state) {
        if (state instanceof Counter counter) {
            return options.stateless() ? "" : "\t\tpackets " + counter.packets() + " bytes " + counter.bytes() + "\n";
        }
        if (state instanceof Quota quota) {
            return "\t\t" + StatefulPrinter.amount(quota, options) + "\n";
        }
        return "\t\t" + StatefulPrinter.rate((RateLimit) state) + "\n";
    }

    String set(ElementSet set) {
        return set(set, set);
    }

    /** @param shown the set with the elements that are shown */
    String set(ElementSet set, ElementSet shown) {
        SetProperties properties = set.properties();
        StringBuilder out = new StringBuilder("\t")
                .append(kind(properties))
                .append(' ')
                .append(set.name())
                .append(" {");
        out.append(handle(set.handle()))
                .append("\n\t\t")
                .append(types(properties))
                .append('\n');
        out.append(declaration(set));
        if (!options.terse()
                && !sets.sorted(shown, SetEvaluator.types(properties.keyTypes()))
                        .isEmpty()) {
            out.append("\t\telements = ")
                    .append(sets.elements(shown, SetEvaluator.types(properties.keyTypes())))
                    .append('\n');
        }
        return out.append("\t}\n").toString();
    }

    private static String kind(SetProperties properties) {
        return properties.isMap() ? "map" : "set";
    }

    private static String types(SetProperties properties) {
        String word = properties.typeOf().isPresent() ? "typeof " : "type ";
        String key = properties.typeOf().orElse(String.join(" . ", properties.keyTypes()));
        String interval = properties.intervalData() ? "interval " : "";
        Optional<String> data = properties
                .objectType()
                .or(properties::dataTypeOf)
                .or(() -> Optional.of(String.join(" . ", properties.dataTypes())));
        return word + key + (properties.isMap() ? " : " + interval + data.get() : "");
    }

    private String declaration(ElementSet set) {
        SetProperties properties = set.properties();
        StringBuilder out = new StringBuilder();
        properties
                .policy()
                .filter(policy -> policy.equals("memory"))
                .ifPresent(policy -> out.append("\t\tpolicy ").append(policy).append('\n'));
        set.size().ifPresent(size -> out.append("\t\tsize ").append(size).append('\n'));
        out.append(flags(properties));
        if (!properties.statements().isEmpty()) {
            PrintOptions stateless = options.withoutState();
            List<String> statements = properties.statements().stream()
                    .map(statement -> StatefulPrinter.print(statement, stateless))
                    .toList();
            out.append("\t\t").append(String.join(" ", statements)).append('\n');
        }
        out.append(properties.autoMerge() ? "\t\tauto-merge\n" : "");
        properties
                .timeout()
                .ifPresent(time ->
                        out.append("\t\ttimeout ").append(TimeText.print(time)).append('\n'));
        properties
                .gcInterval()
                .ifPresent(time -> out.append("\t\tgc-interval ")
                        .append(TimeText.print(time))
                        .append('\n'));
        properties
                .comment()
                .ifPresent(
                        comment -> out.append("\t\tcomment \"").append(comment).append("\"\n"));
        return out.toString();
    }

    /** Surprising: the flag {@code timeout} is left out where a timeout is shown, but not beside other flags. */
    private static String flags(SetProperties properties) {
        boolean redundant = properties.timeout().isPresent();
        boolean any = properties.flags().stream().anyMatch(flag -> flag != Flag.TIMEOUT || !redundant);
        List<String> words = properties.flags().stream().map(Flag::keyword).toList();
        return any ? "\t\tflags " + String.join(",", words) + "\n" : "";
    }
}
