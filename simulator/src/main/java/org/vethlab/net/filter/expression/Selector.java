package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.PacketContext;

/**
 * What a rule looks at: something that a packet gives a number for. Names and addresses are numbers too; a name's letters
 * are its highest bytes, as in the kernel's registers.
 */
public sealed interface Selector {
    /** @return empty if the packet has no such thing: then the rule does not apply (NFT_BREAK) */
    Optional<BigInteger> load(PacketContext packet);

    /** How long the number is. */
    int bits();

    /** Whether connections must be tracked for it. */
    default boolean needsConntrack() {
        return false;
    }

    /**
     * Bits of a header (nft_payload).
     *
     * @param offset in bits from where the header starts
     */
    record Field(HeaderBase base, int offset, int bits) implements Selector {
        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            return HeaderBytes.of(packet, base).flatMap(bytes -> HeaderBytes.extract(bytes, offset, bits));
        }
    }

    /** What is known of a packet beside its bytes (nft_meta). */
    record Meta(MetaKey key) implements Selector {
        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            return MetaValues.load(key, packet);
        }

        @Override
        public int bits() {
            return key.bits();
        }
    }

    /**
     * What is known of its connection (nft_ct).
     *
     * @param reply of which direction, where it is said
     */
    record Conntrack(ConntrackKey key, Optional<Boolean> reply) implements Selector {
        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            return ConntrackValues.load(key, reply, packet);
        }

        @Override
        public int bits() {
            return key.bits();
        }

        @Override
        public boolean needsConntrack() {
            return true;
        }
    }

    /**
     * What the routes say of an address (nft_fib).
     *
     * @param keys what the lookup goes by, in order
     * @param presence whether it is asked only if there is an answer
     */
    record Fib(List<FibKey> keys, FibAnswer answer, boolean presence) implements Selector {
        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            return FibValues.load(this, packet);
        }

        @Override
        public int bits() {
            return answer.bits();
        }
    }

    /** What an expression gives, and with a mask, exclusive or another (nft_bitwise). */
    record Bitwise(Selector of, BigInteger mask, BigInteger flip) implements Selector {
        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            return of.load(packet).map(value -> value.and(mask).xor(flip));
        }

        @Override
        public int bits() {
            return of.bits();
        }

        @Override
        public boolean needsConntrack() {
            return of.needsConntrack();
        }
    }

    /** Shifted to the left; to the right if negative. */
    record Shift(Selector of, int left) implements Selector {
        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            BigInteger all = BigInteger.ONE.shiftLeft(bits()).subtract(BigInteger.ONE);
            return of.load(packet).map(value -> value.shiftLeft(left).and(all));
        }

        @Override
        public int bits() {
            return of.bits();
        }

        @Override
        public boolean needsConntrack() {
            return of.needsConntrack();
        }
    }

    /** Several side by side, the first in the highest bits. */
    record Concatenation(List<Selector> parts) implements Selector {
        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            BigInteger all = BigInteger.ZERO;
            for (Selector part : parts) {
                Optional<BigInteger> value = part.load(packet);
                if (value.isEmpty()) {
                    return value;
                }
                all = all.shiftLeft(part.bits()).or(value.get());
            }
            return Optional.of(all);
        }

        @Override
        public int bits() {
            return parts.stream().mapToInt(Selector::bits).sum();
        }

        @Override
        public boolean needsConntrack() {
            return parts.stream().anyMatch(Selector::needsConntrack);
        }
    }

    /** What a map holds for a key (nft_lookup with a destination). */
    record Mapped(Selector key, ElementSet map) implements Selector {
        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            return key.load(packet)
                    .flatMap(value -> map.find(value, now(packet)))
                    .flatMap(SetElement::number);
        }

        @Override
        public int bits() {
            return map.dataBits();
        }

        @Override
        public boolean needsConntrack() {
            return key.needsConntrack();
        }
    }

    /** A part of what an expression gives: the bits from some place on, counted from the lowest. */
    record Slice(Selector of, int below, int bits) implements Selector {
        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            BigInteger all = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
            return of.load(packet).map(value -> value.shiftRight(below).and(all));
        }
    }

    /** A number as it stands (nft_immediate). */
    record Constant(BigInteger value, int bits) implements Selector {
        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            return Optional.of(value);
        }
    }

    /** {@code numgen inc mod 4}, {@code numgen random mod 4} (nft_numgen). */
    record NumberGenerator(Sequence sequence, boolean random, long modulus, long offset) implements Selector {
        private static final int BITS = 32;

        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            return Optional.of(BigInteger.valueOf(sequence.next(packet, random, modulus) + offset));
        }

        @Override
        public int bits() {
            return BITS;
        }
    }

    /** {@code jhash key mod n seed s} (nft_hash). */
    record Hash(Optional<Selector> key, long modulus, Optional<Long> seed, long offset) implements Selector {
        private static final int BITS = 32;

        @Override
        public Optional<BigInteger> load(PacketContext packet) {
            Optional<BigInteger> value = key.isPresent() ? key.get().load(packet) : Optional.of(BigInteger.ZERO);
            return value.map(number -> {
                long mixed = (number.hashCode() * 0x9e3779b97f4a7c15L + seed.orElse(0L)) >>> 32;
                return BigInteger.valueOf(mixed % modulus + offset);
            });
        }

        @Override
        public int bits() {
            return BITS;
        }
    }

    /** The virtual time of a packet's namespace. */
    private static long now(PacketContext packet) {
        return packet.namespace().world().clock().now();
    }
}
