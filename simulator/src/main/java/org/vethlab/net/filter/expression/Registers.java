package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;

/** Names and addresses as the numbers that the kernel's registers hold. */
public final class Registers {
    private static final int NAME_LENGTH = 16;

    private Registers() {}

    /** Letters first, zeroes behind. */
    public static BigInteger ofName(String name) {
        return new BigInteger(1, Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), NAME_LENGTH));
    }

    /** The reverse of {@link #ofName}. */
    public static String name(BigInteger value) {
        StringBuilder out = new StringBuilder();
        for (int i = NAME_LENGTH - 1; i >= 0; i--) {
            int letter = value.shiftRight(8 * i).intValue() & 0xff;
            if (letter == 0) {
                break;
            }
            out.append((char) letter);
        }
        return out.toString();
    }

    public static BigInteger of(Ipv4Address address) {
        return BigInteger.valueOf(address.bits() & 0xffff_ffffL);
    }

    public static BigInteger of(Ipv6Address address) {
        return unsigned(address.high()).shiftLeft(64).or(unsigned(address.low()));
    }

    public static Ipv4Address ipv4(BigInteger value) {
        return new Ipv4Address(value.intValue());
    }

    public static Ipv6Address ipv6(BigInteger value) {
        return new Ipv6Address(value.shiftRight(64).longValue(), value.longValue());
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }
}
