package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.PacketContext;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Verdict;

/** A statement that lets the rule go on or not. */
public sealed interface Test extends Statement {
    /** What is looked at. */
    Selector left();

    boolean holds(PacketContext packet, BigInteger value);

    @Override
    default Verdict evaluate(PacketContext packet) {
        Optional<BigInteger> value = left().load(packet);
        return value.isPresent() && holds(packet, value.get()) ? Verdict.CONTINUE : Verdict.BREAK;
    }

    @Override
    default boolean needsConntrack() {
        return left().needsConntrack();
    }

    /** nft_cmp. */
    record Comparison(Selector left, Operator operator, BigInteger right) implements Test {
        @Override
        public boolean holds(PacketContext packet, BigInteger value) {
            return operator.holds(value, right);
        }
    }

    /** A name that begins so: nft compares the first bytes only. @param bits how many of them */
    record Beginning(Selector left, boolean inverted, BigInteger right, int bits) implements Test {
        @Override
        public boolean holds(PacketContext packet, BigInteger value) {
            int rest = left.bits() - bits;
            return value.shiftRight(rest).equals(right.shiftRight(rest)) != inverted;
        }
    }

    /** nft_range. */
    record Range(Selector left, boolean inverted, BigInteger from, BigInteger until) implements Test {
        @Override
        public boolean holds(PacketContext packet, BigInteger value) {
            return (value.compareTo(from) >= 0 && value.compareTo(until) <= 0) != inverted;
        }
    }

    /** nft_lookup. */
    record Membership(Selector left, boolean inverted, ElementSet set) implements Test {
        @Override
        public boolean holds(PacketContext packet, BigInteger value) {
            Optional<SetElement> found =
                    set.find(value, packet.namespace().world().clock().now());
            if (found.isEmpty() || inverted) {
                return found.isPresent() != inverted;
            }
            return all(found.get().statements(), packet);
        }

        /** What stands in an element has its turn when the element matches. */
        private static boolean all(List<Statement> statements, PacketContext packet) {
            for (Statement statement : statements) {
                if (statement.evaluate(packet) != Verdict.CONTINUE) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether an extension header or an option is there (nft_exthdr); such headers exist in no packet made here. */
    record Presence(String what, boolean wanted) implements Test {
        @Override
        public Selector left() {
            return new Selector.Constant(BigInteger.ZERO, 8);
        }

        @Override
        public boolean holds(PacketContext packet, BigInteger value) {
            return !wanted;
        }
    }
}
