package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.net.filter.Verdict;
import org.vethlab.net.filter.expression.ElementSet;
import org.vethlab.net.filter.expression.Registers;
import org.vethlab.net.filter.expression.SetElement;
import org.vethlab.net.filter.expression.SetProperties;

/** Values, elements of sets and verdicts in JSON. */
final class JsonValues {
    private static final int MILLI = 1000;
    private static final long NANO = 1_000_000_000L;

    private final SetPrinter sets;
    private final long now;

    JsonValues(SetPrinter sets, long now) {
        this.sets = sets;
        this.now = now;
    }

    String value(BigInteger value, DataType type, int bits) {
        if (type.isFlags()) {
            return flags(value, type);
        }
        boolean plain = switch (type.kind()) {
            case MARK, RAW, TIME -> true;
            case INTEGER, SERVICE, PROTOCOL, HEX, INTERFACE ->
                sets.values().print(value, type, bits).matches("[0-9]+|0x[0-9a-f]+");
            default -> false;
        };
        if (plain) {
            return value.toString();
        }
        String text = sets.values().print(value, type, bits);
        boolean quoted = text.startsWith("\"");
        return JsonText.string(quoted ? text.substring(1, text.length() - 1) : text);
    }

    String flags(BigInteger value, DataType type) {
        List<String> names = new ArrayList<>();
        if (value.signum() != 0) {
            for (String name : sets.values().flags(value, type).split(",")) {
                names.add(JsonText.string(name));
            }
        }
        return names.isEmpty() ? "0" : JsonText.arrayOrOne(names);
    }

    String span(BigInteger from, BigInteger until, DataType type, int bits) {
        if (from.equals(until)) {
            return value(from, type, bits);
        }
        if (type.kind() == DataType.Kind.TEXT) {
            return JsonText.string(Registers.name(from) + "*");
        }
        String text = sets.values().span(from, until, type, bits);
        int slash = text.indexOf('/');
        if (slash > 0) {
            return prefix(JsonText.string(text.substring(0, slash)), text.substring(slash + 1));
        }
        return JsonText.object("range", JsonText.array(List.of(value(from, type, bits), value(until, type, bits))));
    }

    static String prefix(String address, String length) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("addr", address);
        fields.put("len", length);
        return JsonText.object("prefix", JsonText.object(fields));
    }

    static String verdict(Verdict verdict) {
        String text = SetPrinter.verdict(verdict);
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return JsonText.object(text, JsonText.NULL);
        }
        String target = JsonText.object("target", JsonText.string(text.substring(blank + 1)));
        return JsonText.object(text.substring(0, blank), target);
    }

    /** How a rule refers to a set. */
    String reference(ElementSet set, List<DataType> types) {
        return set.isAnonymous()
                ? JsonText.object("set", JsonText.array(elements(set, types)))
                : JsonText.string("@" + set.name());
    }

    List<String> elements(ElementSet set, List<DataType> types) {
        return sets.sorted(set, types).stream()
                .map(element -> element(element, set.properties(), types))
                .toList();
    }

    private String element(SetElement element, SetProperties properties, List<DataType> types) {
        String key = withOptions(element, key(element, properties, types));
        if (element.verdict().isPresent()) {
            return JsonText.array(List.of(key, verdict(element.verdict().get())));
        }
        if (element.object().isPresent()) {
            return JsonText.array(List.of(key, JsonText.string(element.object().get())));
        }
        if (element.number().isPresent()) {
            return JsonText.array(List.of(key, data(element, properties)));
        }
        return key;
    }

    private String data(SetElement element, SetProperties properties) {
        BigInteger from = element.number().orElseThrow();
        BigInteger until = element.numberUntil().orElse(from);
        List<DataType> types = SetEvaluator.types(properties.dataTypes());
        if (types.size() == 1) {
            return span(from, until, types.get(0), properties.dataBits());
        }
        List<String> parts = new ArrayList<>();
        int below = properties.dataBits();
        for (DataType type : types) {
            below -= type.bits();
            BigInteger all = BigInteger.ONE.shiftLeft(type.bits()).subtract(BigInteger.ONE);
            parts.add(span(
                    from.shiftRight(below).and(all), until.shiftRight(below).and(all), type, type.bits()));
        }
        return JsonText.object("concat", JsonText.array(parts));
    }

    private String key(SetElement element, SetProperties properties, List<DataType> types) {
        if (element.catchAll()) {
            return JsonText.string("*");
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < element.from().size(); i++) {
            DataType type = types.get(Math.min(i, types.size() - 1));
            parts.add(span(
                    element.from().get(i),
                    element.until().get(i),
                    type,
                    properties.keyBits().get(i)));
        }
        return parts.size() == 1 ? parts.get(0) : JsonText.object("concat", JsonText.array(parts));
    }

    private String withOptions(SetElement element, String key) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("val", key);
        element.timeout().ifPresent(time -> fields.put("timeout", Long.toString(time / MILLI)));
        element.expiry().ifPresent(time -> fields.put("expires", Long.toString((time - now) / NANO)));
        element.comment().ifPresent(comment -> fields.put("comment", JsonText.string(comment)));
        return fields.size() == 1 ? key : JsonText.object("elem", JsonText.object(fields));
    }
}
