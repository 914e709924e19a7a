package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.Test;

/** Takes a test of several fields side by side apart (payload_expr_expand). */
final class HeaderParts {
    private HeaderParts() {}

    /** Empty if it is of one field, or of none that is known. */
    static List<Test.Comparison> of(Test.Comparison test, ProtocolContext protocols) {
        if (!(test.left() instanceof Selector.Field whole)
                || protocols.field(whole).isPresent()) {
            return List.of();
        }
        List<Test.Comparison> parts = new ArrayList<>();
        int offset = whole.offset();
        int end = whole.offset() + whole.bits();
        while (offset < end) {
            Optional<Selector.Field> part = longest(whole, offset, end, protocols);
            if (part.isEmpty()) {
                return List.of();
            }
            int bits = part.get().bits();
            BigInteger all = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
            BigInteger value = test.right().shiftRight(end - offset - bits).and(all);
            parts.add(new Test.Comparison(part.get(), test.operator(), value));
            offset += bits;
        }
        return parts;
    }

    private static Optional<Selector.Field> longest(
            Selector.Field whole, int offset, int end, ProtocolContext protocols) {
        for (int bits : new int[] {128, 48, 32, 16, 8}) {
            Selector.Field part = new Selector.Field(whole.base(), offset, bits);
            if (bits <= end - offset && protocols.field(part).isPresent()) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
