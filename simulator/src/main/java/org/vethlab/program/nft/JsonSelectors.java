package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.Selector;

/** What rules look at, in JSON. */
final class JsonSelectors {
    private final ProtocolContext protocols;
    private final SelectorPrinter texts;
    private final JsonValues values;

    JsonSelectors(ProtocolContext protocols, SelectorPrinter texts, JsonValues values) {
        this.protocols = protocols;
        this.texts = texts;
        this.values = values;
    }

    List<DataType> types(Selector selector) {
        return texts.show(selector).types();
    }

    String json(Selector selector) {
        if (selector instanceof Selector.Field field) {
            return field(field);
        }
        if (selector instanceof Selector.Meta meta) {
            return JsonText.object(
                    "meta", JsonText.object("key", JsonText.string(meta.key().keyword())));
        }
        if (selector instanceof Selector.Conntrack conntrack) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("key", JsonText.string(conntrack.key().keyword()));
            conntrack.reply().ifPresent(reply -> fields.put("dir", JsonText.string(reply ? "reply" : "original")));
            return JsonText.object("ct", JsonText.object(fields));
        }
        if (selector instanceof Selector.Fib fib) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("result", JsonText.string(fib.answer().keyword()));
            List<String> keys = fib.keys().stream()
                    .map(key -> JsonText.string(key.keyword()))
                    .toList();
            fields.put("flags", JsonText.array(keys));
            return JsonText.object("fib", JsonText.object(fields));
        }
        if (selector instanceof Selector.Concatenation concatenation) {
            List<String> parts = concatenation.parts().stream().map(this::json).toList();
            return JsonText.object("concat", JsonText.array(parts));
        }
        return calculated(selector);
    }

    private String calculated(Selector selector) {
        if (selector instanceof Selector.Bitwise bitwise) {
            return bitwise(bitwise);
        }
        if (selector instanceof Selector.Mapped mapped) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("key", json(mapped.key()));
            fields.put("data", values.reference(mapped.map(), types(mapped.key())));
            return JsonText.object("map", JsonText.object(fields));
        }
        if (selector instanceof Selector.NumberGenerator generator) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("mode", JsonText.string(generator.random() ? "random" : "inc"));
            fields.put("mod", Long.toString(generator.modulus()));
            fields.put("offset", Long.toString(generator.offset()));
            return JsonText.object("numgen", JsonText.object(fields));
        }
        if (selector instanceof Selector.Constant constant) {
            return constant.value().toString();
        }
        if (selector instanceof Selector.Slice slice) {
            return json(slice.of());
        }
        return JsonText.string(texts.print(selector));
    }

    private String bitwise(Selector.Bitwise bitwise) {
        BigInteger all = BigInteger.ONE.shiftLeft(bitwise.bits()).subtract(BigInteger.ONE);
        DataType type = types(bitwise.of()).get(0);
        String inner = json(bitwise.of());
        boolean or = bitwise.flip().signum() != 0 && bitwise.mask().equals(all.andNot(bitwise.flip()));
        if (or) {
            return operation("|", inner, values.value(bitwise.flip(), type, bitwise.bits()));
        }
        String masked = bitwise.mask().equals(all)
                ? inner
                : operation("&", inner, values.value(bitwise.mask(), type, bitwise.bits()));
        return bitwise.flip().signum() == 0
                ? masked
                : operation("^", masked, values.value(bitwise.flip(), type, bitwise.bits()));
    }

    static String operation(String sign, String left, String right) {
        return JsonText.object(sign, JsonText.array(List.of(left, right)));
    }

    private String field(Selector.Field field) {
        Map<String, String> fields = new LinkedHashMap<>();
        Optional<HeaderField> known = protocols.field(field);
        boolean port = field.base() == HeaderBase.TRANSPORT
                && field.bits() == 16
                && field.offset() <= 16
                && field.offset() % 16 == 0;
        if (known.isPresent()) {
            fields.put("protocol", JsonText.string(known.get().protocol().keyword()));
            fields.put("field", JsonText.string(known.get().keyword()));
        } else if (port) {
            fields.put("protocol", JsonText.string("th"));
            fields.put("field", JsonText.string(field.offset() == 0 ? "sport" : "dport"));
        } else {
            fields.put("base", JsonText.string(field.base().keyword()));
            fields.put("offset", Integer.toString(field.offset()));
            fields.put("len", Integer.toString(field.bits()));
        }
        return JsonText.object("payload", JsonText.object(fields));
    }
}
