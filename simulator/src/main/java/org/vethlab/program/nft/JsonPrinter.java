package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Counter;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.Quota;
import org.vethlab.net.filter.expression.RateLimit;
import org.vethlab.net.filter.expression.SetProperties;
import org.vethlab.net.filter.expression.SetProperties.Flag;
import org.vethlab.net.filter.expression.StatefulObject;

/** Tables and what is in them in JSON (libnftables-json(5)). */
final class JsonPrinter {
    private static final String METAINFO =
            "{\"metainfo\": {\"version\": \"1.0.6\", \"release_name\": \"Lester Gooch #5\","
                    + " \"json_schema_version\": 1}}";
    private static final int MILLI = 1000;

    private final SetPrinter sets;
    private final JsonValues values;
    private final long now;

    JsonPrinter(SetPrinter sets, long now) {
        this.sets = sets;
        this.values = new JsonValues(sets, now);
        this.now = now;
    }

    static String document(List<String> parts) {
        List<String> all = new ArrayList<>(List.of(METAINFO));
        all.addAll(parts);
        return JsonText.object("nftables", JsonText.array(all)) + "\n";
    }

    List<String> whole(Table table) {
        List<String> parts = new ArrayList<>(List.of(table(table)));
        table.objects().forEach(object -> parts.add(object(table, object)));
        table.sets().forEach(set -> parts.add(set(table, set)));
        table.chains().forEach(chain -> parts.add(chain(chain)));
        table.chains().forEach(chain -> parts.addAll(rules(chain)));
        return parts;
    }

    String table(Table table) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("family", JsonText.string(table.family().keyword()));
        fields.put("name", JsonText.string(table.name()));
        fields.put("handle", Long.toString(table.handle()));
        if (table.isDormant()) {
            fields.put("flags", JsonText.array(List.of(JsonText.string("dormant"))));
        }
        return JsonText.object("table", JsonText.object(fields));
    }

    String chain(Chain chain) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("family", JsonText.string(chain.table().family().keyword()));
        fields.put("table", JsonText.string(chain.table().name()));
        fields.put("name", JsonText.string(chain.name()));
        fields.put("handle", Long.toString(chain.handle()));
        chain.base().ifPresent(base -> {
            fields.put("type", JsonText.string(base.type().keyword()));
            fields.put("hook", JsonText.string(base.hook().keyword()));
            fields.put("prio", Integer.toString(base.priority()));
            if (!base.devices().isEmpty()) {
                fields.put(
                        "dev",
                        JsonText.arrayOrOne(
                                base.devices().stream().map(JsonText::string).toList()));
            }
            fields.put("policy", JsonText.string(chain.policy() == Verdict.DROP ? "drop" : "accept"));
        });
        return JsonText.object("chain", JsonText.object(fields));
    }

    List<String> rules(Chain chain) {
        return chain.rules().stream().map(rule -> rule(chain, rule)).toList();
    }

    private String rule(Chain chain, Rule rule) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("family", JsonText.string(chain.table().family().keyword()));
        fields.put("table", JsonText.string(chain.table().name()));
        fields.put("chain", JsonText.string(chain.name()));
        fields.put("handle", Long.toString(rule.handle()));
        rule.comment().ifPresent(comment -> fields.put("comment", JsonText.string(comment)));
        List<String> statements = JsonRule.statements(rule, chain.table().family(), sets, now);
        fields.put("expr", JsonText.array(statements));
        return JsonText.object("rule", JsonText.object(fields));
    }

    String object(Table table, StatefulObject object) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("family", JsonText.string(table.family().keyword()));
        fields.put("name", JsonText.string(object.name()));
        fields.put("table", JsonText.string(table.name()));
        fields.put("handle", Long.toString(object.handle()));
        object.comment().ifPresent(comment -> fields.put("comment", JsonText.string(comment)));
        if (object.state() instanceof Counter counter) {
            fields.put("packets", Long.toString(counter.packets()));
            fields.put("bytes", Long.toString(counter.bytes()));
        } else if (object.state() instanceof Quota quota) {
            fields.put("bytes", Long.toString(quota.bytes()));
            fields.put("used", Long.toString(Math.min(quota.used(), quota.bytes())));
            fields.put("inv", Boolean.toString(quota.over()));
        } else if (object.state() instanceof RateLimit limit) {
            limit(limit, fields);
        }
        return JsonText.object(object.kind(), JsonText.object(fields));
    }

    /** The same fields as in a rule, in another order. */
    private static void limit(RateLimit limit, Map<String, String> fields) {
        Map<String, String> parts = JsonActions.limit(limit);
        for (String name : List.of("rate", "per")) {
            fields.put(name, parts.getOrDefault(name, ""));
        }
        parts.forEach(fields::putIfAbsent);
    }

    String set(Table table, ElementSet set) {
        SetProperties properties = set.properties();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("family", JsonText.string(table.family().keyword()));
        fields.put("name", JsonText.string(set.name()));
        fields.put("table", JsonText.string(table.name()));
        fields.put("type", names(properties.keyTypes()));
        fields.put("handle", Long.toString(set.handle()));
        properties.comment().ifPresent(comment -> fields.put("comment", JsonText.string(comment)));
        if (properties.isMap()) {
            fields.put("map", properties.objectType().map(JsonText::string).orElse(names(properties.dataTypes())));
        }
        properties
                .policy()
                .filter(policy -> policy.equals("memory"))
                .ifPresent(policy -> fields.put("policy", JsonText.string(policy)));
        set.size().ifPresent(size -> fields.put("size", Long.toString(size)));
        flags(properties, fields);
        properties.timeout().ifPresent(time -> fields.put("timeout", Long.toString(time / MILLI)));
        properties.gcInterval().ifPresent(time -> fields.put("gc-interval", Long.toString(time / MILLI)));
        List<String> elements = values.elements(set, SetEvaluator.types(properties.keyTypes()));
        if (!elements.isEmpty() && !sets.options().terse()) {
            fields.put("elem", JsonText.array(elements));
        }
        return JsonText.object(properties.isMap() ? "map" : "set", JsonText.object(fields));
    }

    private static String names(List<String> types) {
        return JsonText.arrayOrOne(types.stream().map(JsonText::string).toList());
    }

    /** Surprising: {@code dynamic} is not among them. */
    private static void flags(SetProperties properties, Map<String, String> fields) {
        List<String> flags = new ArrayList<>();
        for (Flag flag : List.of(Flag.CONSTANT, Flag.INTERVAL, Flag.TIMEOUT)) {
            if (properties.has(flag)) {
                flags.add(JsonText.string(flag.keyword()));
            }
        }
        if (!flags.isEmpty()) {
            fields.put("flags", JsonText.array(flags));
        }
    }
}
