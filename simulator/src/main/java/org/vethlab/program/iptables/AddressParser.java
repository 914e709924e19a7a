package org.vethlab.program.iptables;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.xt.AddressTest;
import org.vethlab.program.HostNames;
import org.vethlab.program.Numbers;

/** Addresses with masks, as {@code -s} and {@code -d} take them (xtables_ipparse_multiple). */
public final class AddressParser {
    private static final int BITS = 128;
    private static final int HALF = 64;

    private AddressParser() {}

    /** @throws org.vethlab.program.CommandException for what is none */
    public static AddressTest parse(String word, boolean inverted, Variant variant, Names names) {
        int slash = word.lastIndexOf('/');
        String host = slash < 0 ? word : word.substring(0, slash);
        Optional<String> mask = slash < 0 ? Optional.empty() : Optional.of(word.substring(slash + 1));
        return variant.isIpv6() ? ipv6(host, mask, inverted) : ipv4(host, mask, inverted, names);
    }

    /** As {@link #parse}, but the bits of the host stay, as they do in the tests of connections. */
    public static AddressTest parseHost(String word, boolean inverted, Variant variant, Names names) {
        AddressTest test = parse(word, inverted, variant, names);
        AddressTest host = parse(word.replaceFirst("/.*", ""), inverted, variant, names);
        return new AddressTest(host.address(), test.mask(), inverted);
    }

    /** Whether a test says nothing: any address will do. */
    static boolean isAny(AddressTest test) {
        boolean all = test.mask().equals(Ipv4Address.ANY) || test.mask().equals(Ipv6Address.ANY);
        return all && !test.inverted();
    }

    private static AddressTest ipv4(String host, Optional<String> mask, boolean inverted, Names names) {
        int ones = mask.map(AddressParser::ipv4Mask).orElse(-1);
        Ipv4Address address =
                ones == 0 && HostNames.number(host).isEmpty() ? Ipv4Address.ANY : number(host, mask.isPresent(), names);
        return new AddressTest(new Ipv4Address(address.bits() & ones), new Ipv4Address(ones), inverted);
    }

    /** Surprising: before a mask {@code 10} is 10.0.0.0, not 0.0.0.10: what is missing counts as zero (numeric_to_ipaddr). */
    private static Ipv4Address number(String host, boolean masked, Names names) {
        String[] groups = host.split("\\.", -1);
        if (!masked || groups.length > 4) {
            return names.host(host);
        }
        StringBuilder full = new StringBuilder(host);
        for (int i = groups.length; i < 4; i++) {
            full.append(".0");
        }
        return HostNames.number(full.toString()).orElseGet(() -> names.host(host));
    }

    private static int ipv4Mask(String mask) {
        OptionalLong length = Numbers.unsigned(mask, 6);
        if (length.isPresent() && length.getAsLong() <= 32 && !mask.contains(".")) {
            return Ipv4Prefix.mask((int) length.getAsLong());
        }
        if (!mask.contains(".")) {
            throw Failure.parameter("invalid mask `" + mask + "' specified");
        }
        try {
            return Ipv4Address.parse(mask).bits();
        } catch (IllegalArgumentException junk) {
            throw Failure.parameter("invalid mask `" + mask + "' specified");
        }
    }

    private static AddressTest ipv6(String host, Optional<String> mask, boolean inverted) {
        Ipv6Address ones = mask.map(AddressParser::ipv6Mask).orElse(new Ipv6Address(-1, -1));
        try {
            Ipv6Address address = host.equals("any") ? Ipv6Address.ANY : Ipv6Address.parse(host);
            Ipv6Address network = new Ipv6Address(address.high() & ones.high(), address.low() & ones.low());
            return new AddressTest(network, ones, inverted);
        } catch (IllegalArgumentException junk) {
            throw Failure.parameter("host/network `" + host + "' not found");
        }
    }

    private static Ipv6Address ipv6Mask(String mask) {
        OptionalLong length = Numbers.unsigned(mask, 8);
        if (length.isPresent() && length.getAsLong() <= BITS) {
            int bits = (int) length.getAsLong();
            return new Ipv6Address(ones(bits), ones(bits - HALF));
        }
        try {
            return Ipv6Address.parse(mask);
        } catch (IllegalArgumentException junk) {
            throw Failure.parameter("invalid mask `" + mask + "' specified");
        }
    }

    private static long ones(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= HALF ? -1L : -1L << HALF - bits;
    }

    /** The length of the prefix that a mask is; empty if it is none. */
    public static Optional<Integer> prefixLength(IpAddress mask) {
        if (mask instanceof Ipv4Address ipv4) {
            int length = Integer.bitCount(ipv4.bits());
            return Ipv4Prefix.mask(length) == ipv4.bits() ? Optional.of(length) : Optional.empty();
        }
        Ipv6Address ipv6 = (Ipv6Address) mask;
        int length = Long.bitCount(ipv6.high()) + Long.bitCount(ipv6.low());
        return ones(length) == ipv6.high() && ones(length - HALF) == ipv6.low()
                ? Optional.of(length)
                : Optional.empty();
    }
}
