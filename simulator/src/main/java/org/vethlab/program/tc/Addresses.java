package org.vethlab.program.tc;

import java.util.Optional;
import java.util.function.Function;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;

/** Addresses that a user typed; nothing for what is none. */
final class Addresses {
    private Addresses() {}

    static Optional<Ipv4Address> ipv4(String word) {
        return parse(word, Ipv4Address::parse);
    }

    static Optional<Ipv6Address> ipv6(String word) {
        return parse(word, Ipv6Address::parse);
    }

    static Optional<MacAddress> mac(String word) {
        return parse(word, MacAddress::parse);
    }

    private static <A> Optional<A> parse(String word, Function<String, A> parser) {
        try {
            return Optional.of(parser.apply(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
