package org.vethlab.program.nft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.expression.AddressTranslation;
import org.vethlab.net.filter.expression.Assignment;
import org.vethlab.net.filter.expression.ConnectionLimit;
import org.vethlab.net.filter.expression.LogPacket;
import org.vethlab.net.filter.expression.ObjectUse;
import org.vethlab.net.filter.expression.Quota;
import org.vethlab.net.filter.expression.RateLimit;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.SetUpdate;
import org.vethlab.net.filter.expression.Untrack;

/** The statements that do something, in JSON. */
final class JsonActions {
    private final Family family;
    private final SetPrinter sets;
    private final JsonSelectors selectors;
    private final JsonValues values;

    JsonActions(Family family, SetPrinter sets, JsonSelectors selectors, JsonValues values) {
        this.family = family;
        this.sets = sets;
        this.selectors = selectors;
        this.values = values;
    }

    String json(Statement statement) {
        if (statement instanceof Assignment assignment) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("key", selectors.json(assignment.target()));
            fields.put(
                    "value",
                    value(
                            assignment.value(),
                            selectors.types(assignment.target()).get(0)));
            return JsonText.object("mangle", JsonText.object(fields));
        }
        if (statement instanceof RateLimit limit) {
            return JsonText.object("limit", JsonText.object(limit(limit)));
        }
        if (statement instanceof Quota quota) {
            return JsonText.object("quota", JsonText.object(quota(quota)));
        }
        if (statement instanceof ConnectionLimit limit) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("val", Long.toString(limit.count()));
            if (limit.over()) {
                fields.put("inv", "true");
            }
            return JsonText.object("ct count", JsonText.object(fields));
        }
        if (statement instanceof ObjectUse use) {
            return JsonText.object(
                    use.object().kind(), JsonText.string(use.object().name()));
        }
        return other(statement);
    }

    private String other(Statement statement) {
        if (statement instanceof LogPacket log) {
            return JsonText.object("log", log(log));
        }
        if (statement instanceof Untrack) {
            return JsonText.object("notrack", JsonText.NULL);
        }
        if (statement instanceof SetUpdate update) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("op", JsonText.string(update.operation().keyword()));
            fields.put("elem", selectors.json(update.key()));
            fields.put("set", JsonText.string("@" + update.set().name()));
            return JsonText.object("set", JsonText.object(fields));
        }
        if (statement instanceof AddressTranslation translation) {
            return translation(translation);
        }
        return JsonText.object("xt", JsonText.NULL);
    }

    private String value(Selector selector, DataType type) {
        return selector instanceof Selector.Constant constant
                ? values.value(constant.value(), type, constant.bits())
                : selectors.json(selector);
    }

    static Map<String, String> limit(RateLimit limit) {
        String[] words = StatefulPrinter.rate(limit)
                .replace("rate ", "")
                .replace("over ", "")
                .split("[ /]");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("rate", words[0]);
        fields.put("burst", Long.toString(limit.burst()));
        fields.put("per", JsonText.string(words[limit.countsBytes() ? 2 : 1]));
        if (limit.over()) {
            fields.put("inv", "true");
        }
        if (limit.countsBytes()) {
            fields.put("rate_unit", JsonText.string(words[1]));
            fields.put("burst_unit", JsonText.string(limit.burst() == 0 ? "bytes" : words[words.length - 1]));
        }
        return fields;
    }

    private Map<String, String> quota(Quota quota) {
        String[] words = StatefulPrinter.amount(quota, sets.options())
                .replace("over ", "")
                .split(" ");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("val", words[0]);
        fields.put("val_unit", JsonText.string(words[1]));
        if (words.length > 3) {
            fields.put("used", words[3]);
            fields.put("used_unit", JsonText.string(words[4]));
        }
        if (quota.over()) {
            fields.put("inv", "true");
        }
        return fields;
    }

    private static String log(LogPacket log) {
        Map<String, String> fields = new LinkedHashMap<>();
        log.prefix().ifPresent(prefix -> fields.put("prefix", JsonText.string(prefix)));
        log.group().ifPresent(group -> fields.put("group", Long.toString(group)));
        log.snaplen().ifPresent(length -> fields.put("snaplen", Long.toString(length)));
        log.threshold().ifPresent(count -> fields.put("queue-threshold", Long.toString(count)));
        log.level()
                .filter(level -> !level.equals("warn"))
                .ifPresent(level -> fields.put("level", JsonText.string(level)));
        if (!log.flags().isEmpty()) {
            fields.put(
                    "flags",
                    JsonText.arrayOrOne(
                            log.flags().stream().map(JsonText::string).toList()));
        }
        return fields.isEmpty() ? JsonText.NULL : JsonText.object(fields);
    }

    private String translation(AddressTranslation translation) {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean ipv6 = translation.family() == Family.IP6;
        boolean named = family == Family.INET
                && translation.family() != Family.INET
                && translation.address().isPresent();
        if (named) {
            fields.put("family", JsonText.string(ipv6 ? "ip6" : "ip"));
        }
        DataType type = ipv6 ? DataType.IPV6_ADDR : DataType.IPV4_ADDR;
        translation.address().ifPresent(span -> fields.put("addr", span(span, type)));
        translation.port().ifPresent(span -> fields.put("port", span(span, DataType.INET_SERVICE)));
        List<String> flags = translation.flags().stream().map(JsonText::string).toList();
        if (!flags.isEmpty()) {
            fields.put("flags", JsonText.arrayOrOne(flags));
        }
        String body = fields.isEmpty() ? JsonText.NULL : JsonText.object(fields);
        return JsonText.object(translation.kind().keyword(), body);
    }

    private String span(AddressTranslation.Span span, DataType type) {
        String from = value(span.from(), type);
        return span.until()
                .map(until -> JsonText.object("range", JsonText.array(List.of(from, value(until, type)))))
                .orElse(from);
    }
}
