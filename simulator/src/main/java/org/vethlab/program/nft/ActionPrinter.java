package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.expression.AddressTranslation;
import org.vethlab.net.filter.expression.Assignment;
import org.vethlab.net.filter.expression.LogPacket;
import org.vethlab.net.filter.expression.MaximumSegmentSize;
import org.vethlab.net.filter.expression.ObjectMap;
import org.vethlab.net.filter.expression.ObjectUse;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.SetUpdate;
import org.vethlab.net.filter.expression.Untrack;

/** Shows the statements that do something. */
final class ActionPrinter {
    private final Family family;
    private final SetPrinter sets;
    private final SelectorPrinter selectors;
    private final ForeignStatement foreign;

    ActionPrinter(Family family, SetPrinter sets, SelectorPrinter selectors) {
        this.family = family;
        this.sets = sets;
        this.selectors = selectors;
        this.foreign = new ForeignStatement(sets.values());
    }

    String print(Statement statement) {
        if (statement instanceof AddressTranslation translation) {
            return translation(translation);
        }
        if (statement instanceof Assignment assignment) {
            Shown target = selectors.show(assignment.target());
            return target.text() + " set " + value(assignment.value(), target.type());
        }
        if (statement instanceof LogPacket log) {
            return log(log);
        }
        if (statement instanceof ObjectUse use) {
            return use.object().kind() + " name \"" + use.object().name() + "\"";
        }
        if (statement instanceof ObjectMap map) {
            Shown key = selectors.show(map.key());
            return map.kind() + " name " + key.text() + " map " + sets.reference(map.map(), key.types());
        }
        if (statement instanceof SetUpdate update) {
            return update(update);
        }
        if (statement instanceof MaximumSegmentSize mss) {
            return "tcp option maxseg size set "
                    + mss.size().map(String::valueOf).orElse("rt mtu");
        }
        if (statement instanceof Untrack) {
            return "notrack";
        }
        return foreign.print(statement);
    }

    private String value(Selector selector, DataType type) {
        if (selector instanceof Selector.Constant constant) {
            return sets.values().print(constant.value(), type, constant.bits());
        }
        return selectors.print(selector);
    }

    private String translation(AddressTranslation translation) {
        StringBuilder out = new StringBuilder(translation.kind().keyword());
        boolean some = translation.address().isPresent() || translation.port().isPresent();
        boolean ipv6 = translation.family() == Family.IP6;
        boolean slice = translation
                .address()
                .filter(span -> span.from() instanceof Selector.Slice)
                .isPresent();
        boolean named = family == Family.INET
                && translation.family() != Family.INET
                && translation.address().isPresent();
        if (named || slice) {
            out.append(ipv6 ? " ip6" : " ip");
        }
        out.append(some && translation.prefix() ? " prefix" : "").append(some ? " to" : "");
        translation.address().ifPresent(span -> out.append(' ').append(address(span, ipv6, translation)));
        if (!slice) {
            translation
                    .port()
                    .ifPresent(span -> out.append(translation.address().isPresent() ? ":" : " :")
                            .append(span(span, DataType.INET_SERVICE)));
        }
        if (!translation.flags().isEmpty()) {
            out.append(' ').append(String.join(",", translation.flags()));
        }
        return out.toString();
    }

    private String address(AddressTranslation.Span span, boolean ipv6, AddressTranslation translation) {
        DataType type = ipv6 ? DataType.IPV6_ADDR : DataType.IPV4_ADDR;
        if (!ipv6 || translation.port().isEmpty() || !(span.from() instanceof Selector.Constant)) {
            return span(span, type);
        }
        String first = "[" + value(span.from(), type) + "]";
        return span.until()
                .map(until -> first + "-[" + value(until, type) + "]")
                .orElse(first);
    }

    private String span(AddressTranslation.Span span, DataType type) {
        if (span.from() instanceof Selector.Constant from
                && span.until().isPresent()
                && span.until().get() instanceof Selector.Constant until) {
            return sets.values().span(from.value(), until.value(), type, from.bits());
        }
        return value(span.from(), type);
    }

    private String log(LogPacket log) {
        StringBuilder out = new StringBuilder("log");
        log.prefix().ifPresent(prefix -> out.append(" prefix \"").append(prefix).append('"'));
        log.group().ifPresent(group -> out.append(" group ").append(group));
        log.snaplen().ifPresent(length -> out.append(" snaplen ").append(length));
        log.threshold().ifPresent(count -> out.append(" queue-threshold ").append(count));
        log.level()
                .filter(level -> !level.equals("warn"))
                .ifPresent(level -> out.append(" level ").append(level));
        return out.append(logFlags(log.flags())).toString();
    }

    private static String logFlags(List<String> flags) {
        if (flags.contains("all")) {
            return " flags all";
        }
        StringBuilder out = new StringBuilder();
        List<String> tcp = new ArrayList<>();
        for (String flag : List.of("tcp sequence", "tcp options")) {
            if (flags.contains(flag)) {
                tcp.add(flag.substring("tcp ".length()));
            }
        }
        out.append(tcp.isEmpty() ? "" : " flags tcp " + String.join(",", tcp));
        for (String flag : List.of("ip options", "skuid", "ether")) {
            out.append(flags.contains(flag) ? " flags " + flag : "");
        }
        return out.toString();
    }

    private String update(SetUpdate update) {
        StringBuilder out = new StringBuilder(update.operation().keyword());
        out.append(" @").append(update.set().name()).append(" { ").append(selectors.print(update.key()));
        update.timeout().ifPresent(time -> out.append(" timeout ").append(TimeText.print(time)));
        PrintOptions stateless = sets.options().withoutState();
        boolean implied = !update.set().properties().statements().isEmpty();
        List<Statement> shown = implied ? List.of() : update.statements();
        shown.forEach(statement -> out.append(' ').append(StatefulPrinter.print(statement, stateless)));
        update.data().ifPresent(data -> out.append(" : ").append(selectors.print(data)));
        return out.append(" }").toString();
    }
}
