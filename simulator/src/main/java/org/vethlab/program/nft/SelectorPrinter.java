package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.MetaKey;
import org.vethlab.net.filter.expression.Selector;

/** Shows what a rule looks at, as far as the headers of its packets are known. */
final class SelectorPrinter {
    private static final List<MetaKey> UNQUALIFIED = List.of(
            MetaKey.INPUT_INDEX,
            MetaKey.OUTPUT_INDEX,
            MetaKey.INPUT_NAME,
            MetaKey.OUTPUT_NAME,
            MetaKey.INPUT_GROUP,
            MetaKey.OUTPUT_GROUP);

    private final PrintOptions options;
    private final ProtocolContext protocols;
    private final Optional<SetPrinter> sets;
    private Consumer<HeaderField> used = field -> {};

    SelectorPrinter(PrintOptions options, ProtocolContext protocols, Optional<SetPrinter> sets) {
        this.options = options;
        this.protocols = protocols;
        this.sets = sets;
    }

    /** @param listener told of every header field that is shown */
    SelectorPrinter telling(Consumer<HeaderField> listener) {
        used = listener;
        return this;
    }

    String print(Selector selector) {
        return show(selector).text();
    }

    Shown show(Selector selector) {
        if (selector instanceof Selector.Field field) {
            return field(field);
        }
        if (selector instanceof Selector.Meta meta) {
            String word = meta.key().keyword();
            return Shown.of(UNQUALIFIED.contains(meta.key()) ? word : "meta " + word, KeyTypes.of(meta.key()));
        }
        if (selector instanceof Selector.Conntrack conntrack) {
            String direction = conntrack
                    .reply()
                    .map(reply -> reply ? "reply " : "original ")
                    .orElse("");
            return Shown.of("ct " + direction + conntrack.key().keyword(), KeyTypes.of(conntrack.key(), protocols));
        }
        if (selector instanceof Selector.Fib fib) {
            String keys = fib.keys().stream().map(key -> key.keyword()).collect(Collectors.joining(" . "));
            return Shown.of(
                    "fib " + keys + " " + fib.answer().keyword(),
                    fib.presence() ? DataType.BOOLEAN : KeyTypes.of(fib.answer()));
        }
        if (selector instanceof Selector.Concatenation concatenation) {
            return concatenation(concatenation);
        }
        return calculated(selector);
    }

    private Shown calculated(Selector selector) {
        if (selector instanceof Selector.Bitwise bitwise) {
            return bitwise(bitwise);
        }
        if (selector instanceof Selector.Shift shift) {
            Shown of = show(shift.of());
            String sign = shift.left() > 0 ? " << " : " >> ";
            return Shown.of(of.text() + sign + Math.abs(shift.left()), of.type());
        }
        if (selector instanceof Selector.NumberGenerator generator) {
            String offset = generator.offset() == 0 ? "" : " offset " + generator.offset();
            String mode = generator.random() ? "random" : "inc";
            return Shown.of("numgen " + mode + " mod " + generator.modulus() + offset, DataType.INTEGER);
        }
        if (selector instanceof Selector.Hash hash) {
            return hash(hash);
        }
        if (selector instanceof Selector.Mapped mapped) {
            Shown key = show(mapped.key());
            List<DataType> types = SetEvaluator.types(mapped.map().properties().dataTypes());
            return new Shown(key.text() + " map " + reference(mapped, key), types);
        }
        if (selector instanceof Selector.Slice slice) {
            return show(slice.of());
        }
        return Shown.of(((Selector.Constant) selector).value().toString(), DataType.INTEGER);
    }

    private String reference(Selector.Mapped mapped, Shown key) {
        return sets.map(printer -> printer.reference(mapped.map(), key.types())).orElse("");
    }

    private Shown hash(Selector.Hash hash) {
        String seed =
                hash.seed().map(number -> " seed 0x" + Long.toHexString(number)).orElse("");
        String offset = hash.offset() == 0 ? "" : " offset " + hash.offset();
        String what = hash.key().map(key -> "jhash " + print(key)).orElse("symhash");
        return Shown.of(what + " mod " + hash.modulus() + seed + offset, DataType.INTEGER);
    }

    private Shown concatenation(Selector.Concatenation concatenation) {
        List<String> texts = new ArrayList<>();
        List<DataType> types = new ArrayList<>();
        for (Selector part : concatenation.parts()) {
            Shown shown = show(part);
            texts.add(shown.text());
            types.add(shown.type());
        }
        return new Shown(String.join(" . ", texts), types);
    }

    private Shown field(Selector.Field field) {
        Optional<HeaderField> known = protocols.field(field);
        if (known.isPresent()) {
            used.accept(known.get());
            return Shown.of(known.get().text(), known.get().type());
        }
        if (field.base() == HeaderBase.TRANSPORT
                && field.bits() == 16
                && field.offset() <= 16
                && field.offset() % 16 == 0) {
            return Shown.of(field.offset() == 0 ? "th sport" : "th dport", DataType.INET_SERVICE);
        }
        String raw = "@" + field.base().keyword() + "," + field.offset() + "," + field.bits();
        return Shown.of(raw, DataType.RAW);
    }

    private Shown bitwise(Selector.Bitwise bitwise) {
        Shown of = show(bitwise.of());
        BigInteger all = BigInteger.ONE.shiftLeft(bitwise.bits()).subtract(BigInteger.ONE);
        StringBuilder text = new StringBuilder(of.text());
        boolean or = bitwise.mask().equals(all.andNot(bitwise.flip()))
                && bitwise.flip().signum() != 0;
        if (or) {
            return Shown.of(
                    text.append(" | ")
                            .append(value(bitwise.flip(), of, bitwise.bits()))
                            .toString(),
                    of.type());
        }
        if (!bitwise.mask().equals(all)) {
            text.append(" & ").append(value(bitwise.mask(), of, bitwise.bits()));
        }
        if (bitwise.flip().signum() != 0) {
            text.append(" ^ ").append(value(bitwise.flip(), of, bitwise.bits()));
        }
        return Shown.of(text.toString(), of.type());
    }

    private String value(BigInteger value, Shown of, int bits) {
        if (of.type().isFlags() && value.bitCount() > 1) {
            String joined = sets.map(printer -> printer.values().flags(value, of.type()))
                    .orElse("");
            return "(" + joined.replace(",", " | ") + ")";
        }
        return sets.map(printer -> printer.values().print(value, of.type(), bits))
                .orElseGet(value::toString);
    }

    PrintOptions options() {
        return options;
    }
}
