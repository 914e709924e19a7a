package org.vethlab.program.iptables.extension;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.filter.conntrack.NatRange;
import org.vethlab.net.filter.conntrack.NatRange.Ports;
import org.vethlab.program.Numbers;
import org.vethlab.program.iptables.Failure;
import org.vethlab.program.iptables.Variant;

/** Addresses and ports of translation in words: {@code 10.0.0.1-10.0.0.5:80-90}. */
final class NatWords {
    private static final List<Integer> WITH_PORTS = List.of(6, 17, 33, 132);

    private NatWords() {}

    static Optional<IpAddress> address(String word, Variant variant) {
        try {
            return Optional.of(variant.isIpv6() ? Ipv6Address.parse(word) : Ipv4Address.parse(word));
        } catch (IllegalArgumentException junk) {
            return Optional.empty();
        }
    }

    /** Addresses and ports with the options that govern both. */
    static NatRange range(String word, Given given) {
        boolean bracketed = word.startsWith("[");
        int close = word.indexOf(']');
        int colon = bracketed ? word.indexOf(':', Math.max(close, 0)) : given.isIpv6() ? -1 : word.indexOf(':');
        Optional<Ports> ports = colon < 0 ? Optional.empty() : Optional.of(ports(word.substring(colon + 1), given));
        String addresses = colon < 0 ? word : word.substring(0, colon);
        if (bracketed) {
            addresses = addresses.replace("[", "").replace("]", "");
        }
        if (addresses.isEmpty()) {
            return with(given, Optional.empty(), Optional.empty(), ports);
        }
        int dash = addresses.indexOf('-');
        String first = dash < 0 ? addresses : addresses.substring(0, dash);
        String last = dash < 0 ? addresses : addresses.substring(dash + 1);
        return with(given, Optional.of(required(first, given)), Optional.of(required(last, given)), ports);
    }

    private static IpAddress required(String word, Given given) {
        return address(word, given.variant()).orElseThrow(() -> Failure.parameter("Bad IP address \"" + word + "\""));
    }

    static NatRange with(Given given, Optional<IpAddress> first, Optional<IpAddress> last, Optional<Ports> ports) {
        return new NatRange(
                first, last, ports, given.has("random"), given.has("random-fully"), given.has("persistent"), false);
    }

    static Ports ports(String word, Given given) {
        if (!WITH_PORTS.contains(given.protocol())) {
            throw Failure.parameter("Need TCP, UDP, SCTP or DCCP with port specification");
        }
        int dash = word.indexOf('-');
        int first = port(dash < 0 ? word : word.substring(0, dash), word, given);
        int last = dash < 0 ? first : port(word.substring(dash + 1), word, given);
        if (last < first) {
            throw Failure.parameter("Port range `" + word + "' funky");
        }
        return new Ports(first, last);
    }

    private static int port(String word, String whole, Given given) {
        long number = Numbers.unsigned(word, 16).orElse(-1);
        if (number == 0 || number < 0 && word.matches("[0-9].*")) {
            throw Failure.parameter("Port `" + whole + "' not valid\n");
        }
        return number > 0 ? (int) number : given.names().port(word, given.protocol());
    }

    static String addresses(NatRange range) {
        if (range.firstAddress().isEmpty()) {
            return "";
        }
        IpAddress first = range.firstAddress().get();
        IpAddress last = range.lastAddress().orElse(first);
        String text = first.equals(last) ? first.toString() : first + "-" + last;
        return first instanceof Ipv6Address && range.ports().isPresent() ? "[" + text + "]" : text;
    }

    static String text(NatRange range) {
        return addresses(range) + range.ports().map(ports -> ":" + text(ports)).orElse("");
    }

    static String text(Ports ports) {
        return ports.first() == ports.last() ? Integer.toString(ports.first()) : ports.first() + "-" + ports.last();
    }

    static String flags(NatRange range, String dashes) {
        return (range.random() ? dashes + "random" : "")
                + (range.fullyRandom() ? dashes + "random-fully" : "")
                + (range.persistent() ? dashes + "persistent" : "");
    }

    static String nftFlags(NatRange range) {
        String flags = (range.random() ? ",random" : "")
                + (range.fullyRandom() ? ",fully-random" : "")
                + (range.persistent() ? ",persistent" : "");
        return flags.isEmpty() ? "" : " " + flags.substring(1);
    }
}
