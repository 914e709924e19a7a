package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.IpPrefix;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.program.CommandException;
import org.vethlab.program.Numbers;
import org.vethlab.program.ip.IpOptions.Family;

/**
 * An address or prefix as the objects of {@code ip} read it (iproute2's inet_prefix).
 *
 * @param family of the address; for {@code default}, {@code any} and {@code all} the one that was asked for
 * @param address empty for {@code default}, {@code any} and {@code all}
 * @param length the whole address if none was given; 0 for {@code default}
 * @param lengthGiven whether there was a slash, or the word was {@code default} (PREFIXLEN_SPECIFIED)
 */
record InetPrefix(Family family, Optional<IpAddress> address, int length, boolean lengthGiven) {
    /** Reads a prefix; a netmask may stand for the length. @throws CommandException status 1 */
    static InetPrefix parse(String word, Family family) {
        if (family == Family.LINK) {
            throw new CommandException(
                    1, "Error: \"" + word + "\" may be inet prefix, but it is not allowed in this context.");
        }
        return tryParse(word, family)
                .orElseThrow(() -> new CommandException(
                        1, "Error: " + family.text() + " prefix is expected rather than \"" + word + "\"."));
    }

    /** Reads an address without a length. @throws CommandException status 1 */
    static IpAddress parseAddress(String word, Family family) {
        return tryAddress(word, family)
                .orElseThrow(() -> new CommandException(
                        1, "Error: " + family.text() + " address is expected rather than \"" + word + "\"."));
    }

    /** Reads a prefix of a family, or of any for UNSPEC; empty if it is none. */
    static Optional<InetPrefix> tryParse(String word, Family family) {
        if (word.equals("default") || word.equals("any") || word.equals("all")) {
            return Optional.of(new InetPrefix(family, Optional.empty(), 0, word.equals("default")));
        }
        int slash = word.indexOf('/');
        Optional<IpAddress> address = tryAddress(slash < 0 ? word : word.substring(0, slash), family);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        boolean inet6 = address.get() instanceof Ipv6Address;
        int bits = inet6 ? 128 : 32;
        OptionalLong length = slash < 0 ? OptionalLong.of(bits) : length(word.substring(slash + 1));
        if (length.isEmpty() || length.getAsLong() > bits) {
            return Optional.empty();
        }
        Family found = inet6 ? Family.INET6 : Family.INET;
        return Optional.of(new InetPrefix(found, address, (int) length.getAsLong(), slash >= 0));
    }

    /** Reads an address of a family, or of any for UNSPEC; empty if it is none. */
    static Optional<IpAddress> tryAddress(String word, Family family) {
        if (word.indexOf(':') >= 0) {
            return family == Family.UNSPEC || family == Family.INET6 ? inet6(word) : Optional.empty();
        }
        return family == Family.UNSPEC || family == Family.INET ? inet(word).map(address -> address) : Optional.empty();
    }

    /** One address, not a network. */
    boolean isHost() {
        return length == (family == Family.INET6 ? 128 : 32);
    }

    boolean isIpv4() {
        return family == Family.INET;
    }

    Ipv4Address ipv4() {
        return address.filter(Ipv4Address.class::isInstance)
                .map(Ipv4Address.class::cast)
                .orElse(Ipv4Address.ANY);
    }

    Ipv6Address ipv6() {
        return address.filter(Ipv6Address.class::isInstance)
                .map(Ipv6Address.class::cast)
                .orElse(Ipv6Address.ANY);
    }

    /** The network, host bits cleared. */
    Ipv4Prefix ipv4Prefix() {
        return Ipv4Prefix.of(ipv4(), length);
    }

    /** As {@link #ipv4Prefix}. */
    Ipv6Prefix ipv6Prefix() {
        return Ipv6Prefix.of(ipv6(), length);
    }

    /** The network of whichever family it is. */
    IpPrefix prefix() {
        return family == Family.INET6 ? ipv6Prefix() : ipv4Prefix();
    }

    /** iproute2 fills up on the right, not as the C library does: {@code 10.8} is 10.8.0.0. */
    private static Optional<Ipv4Address> inet(String word) {
        String[] groups = word.split("\\.", -1);
        if (groups.length > 4) {
            return Optional.empty();
        }
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            OptionalLong octet = i < groups.length ? Numbers.unsigned(groups[i], 8) : OptionalLong.of(0);
            if (octet.isEmpty()) {
                return Optional.empty();
            }
            bits = bits << 8 | (int) octet.getAsLong();
        }
        return Optional.of(new Ipv4Address(bits));
    }

    private static Optional<IpAddress> inet6(String word) {
        try {
            return Optional.of(Ipv6Address.parse(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A number, or a netmask such as 255.255.255.0. */
    private static OptionalLong length(String word) {
        OptionalLong number = Numbers.unsigned(word, 31);
        if (number.isPresent()) {
            return number;
        }
        Optional<Ipv4Address> mask = inet(word);
        if (mask.isEmpty()) {
            return OptionalLong.empty();
        }
        int length = Integer.bitCount(mask.get().bits());
        return Ipv4Prefix.mask(length) == mask.get().bits() ? OptionalLong.of(length) : OptionalLong.empty();
    }
}
