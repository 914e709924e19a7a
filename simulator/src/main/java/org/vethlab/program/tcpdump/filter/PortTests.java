package org.vethlab.program.tcpdump.filter;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tests of ports. */
final class PortTests {
    private static final int MAXIMUM = 65535;
    private static final Map<String, Integer> TRANSPORTS = Map.of("tcp", 6, "udp", 17, "sctp", 132);

    private final Layout layout;
    private final LinkLayer link;

    PortTests(Layout layout, LinkLayer link) {
        this.layout = layout;
        this.link = link;
    }

    Test port(Qualifiers qualifiers, long number) {
        check(qualifiers);
        if (number > MAXIMUM) {
            throw new FilterException("illegal port number " + number + " > 65535");
        }
        return between(qualifiers, qualifiers.protocol(), (int) number, (int) number);
    }

    /** A name may stand for a port of one transport only; then only that is meant. */
    Test named(Qualifiers qualifiers, String name) {
        check(qualifiers);
        Optional<Integer> tcp = link.names().port(name, "tcp");
        Optional<Integer> udp = link.names().port(name, "udp");
        if (tcp.isEmpty() && udp.isEmpty()) {
            throw new FilterException("unknown port '" + name + "'");
        }
        String only = tcp.isEmpty() ? "udp" : udp.isEmpty() ? "tcp" : "";
        String asked = qualifiers.protocol();
        if (!only.isEmpty() && !asked.isEmpty() && !asked.equals(only)) {
            throw new FilterException("port '" + name + "' is " + only);
        }
        int number = tcp.orElseGet(udp::get);
        return between(qualifiers, asked.isEmpty() ? only : asked, number, number);
    }

    /** {@code 80-90}, or one port. */
    Test range(Qualifiers qualifiers, String text) {
        check(qualifiers);
        String[] ends = text.split("-", -1);
        if (ends.length > 2 || !ends[0].matches("[0-9]{1,6}") || !ends[ends.length - 1].matches("[0-9]{1,6}")) {
            throw new FilterException("unknown port in range '" + text + "'");
        }
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[ends.length - 1]);
        for (int port : new int[] {first, last}) {
            if (port > MAXIMUM) {
                throw new FilterException("illegal port number " + port + " > 65535");
            }
        }
        return between(qualifiers, qualifiers.protocol(), Math.min(first, last), Math.max(first, last));
    }

    private static void check(Qualifiers qualifiers) {
        if (!qualifiers.protocol().isEmpty() && !TRANSPORTS.containsKey(qualifiers.protocol())) {
            throw new FilterException("illegal qualifier of '" + qualifiers.type() + "'");
        }
    }

    private Test between(Qualifiers qualifiers, String protocol, int first, int last) {
        Test ipv4 = transports(protocol, layout.network(9, 1))
                .and(layout.firstFragment())
                .and(qualifiers.ends(
                        within(layout.transport(0, 2), first, last), within(layout.transport(2, 2), first, last)));
        Test ipv6 = transports(protocol, layout.network(6, 1))
                .and(qualifiers.ends(
                        within(layout.network(40, 2), first, last), within(layout.network(42, 2), first, last)));
        return layout.etherType(0x86dd).and(ipv6).or(layout.etherType(0x0800).and(ipv4));
    }

    private static Test transports(String protocol, Value field) {
        if (!protocol.isEmpty()) {
            return Test.equal(field, Objects.requireNonNull(TRANSPORTS.get(protocol)));
        }
        return Test.equal(field, 132).or(Test.equal(field, 6)).or(Test.equal(field, 17));
    }

    private static Test within(Value port, int first, int last) {
        if (first == last) {
            return Test.equal(port, first);
        }
        return new Test.Comparison(Test.Relation.GREATER_OR_EQUAL, port, Value.constant(first))
                .and(new Test.Comparison(Test.Relation.GREATER, port, Value.constant(last)).not());
    }
}
