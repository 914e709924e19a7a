package org.vethlab.program.tcpdump.filter;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv6Address;

/** Makes the tests of the primitives. {@code vlan} shifts what all that follow it look at. */
final class TestMaker {
    private static final Map<String, Integer> ETHER_TYPES = Map.of(
            "ip", 0x0800, "arp", 0x0806, "rarp", 0x8035, "ip6", 0x86dd, "decnet", 0x6003, "lat", 0x6004, "sca", 0x6007,
            "moprc", 0x6002, "mopdl", 0x6001);
    private static final Map<String, Integer> IP_PROTOCOLS = Map.ofEntries(
            Map.entry("icmp", 1),
            Map.entry("igmp", 2),
            Map.entry("ipencap", 4),
            Map.entry("tcp", 6),
            Map.entry("igrp", 9),
            Map.entry("udp", 17),
            Map.entry("ipv6", 41),
            Map.entry("gre", 47),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("icmp6", 58),
            Map.entry("pim", 103),
            Map.entry("vrrp", 112),
            Map.entry("sctp", 132));

    private final LinkLayer link;
    private final Layout layout;
    private final HostTests hosts;
    private final PortTests ports;

    TestMaker(LinkLayer link) {
        this.link = link;
        this.layout = new Layout(link);
        this.hosts = new HostTests(layout);
        this.ports = new PortTests(layout, link);
    }

    // protocols

    /** A protocol by itself. */
    Test protocol(String name) {
        if (ETHER_TYPES.containsKey(name)) {
            return layout.etherType(ETHER_TYPES.get(name));
        }
        if (name.equals("icmp") || name.equals("igmp") || name.equals("igrp") || name.equals("vrrp")) {
            return layout.ipv4Protocol(Objects.requireNonNull(IP_PROTOCOLS.get(name)));
        }
        if (name.equals("icmp6")) {
            return layout.ipv6Protocol(Objects.requireNonNull(IP_PROTOCOLS.get(name)));
        }
        if (IP_PROTOCOLS.containsKey(name)) {
            return layout.ipProtocol(IP_PROTOCOLS.get(name));
        }
        return switch (name) {
            case "stp" -> layout.logicalLink(0x42);
            case "llc" -> layout.anyLogicalLink();
            case "ether", "link" -> throw new FilterException("link layer applied in wrong context");
            case "atalk" -> layout.etherType(0x809b);
            case "aarp" -> layout.etherType(0x80f3);
            default -> throw FilterException.syntax();
        };
    }

    private Test protocolNumber(Qualifiers qualifiers, int number) {
        return switch (qualifiers.protocol()) {
            case "" -> layout.ipProtocol(number);
            case "ip" -> layout.ipv4Protocol(number);
            case "ip6" -> layout.ipv6Protocol(number);
            case "ether", "link" -> layout.etherType(number);
            default -> throw new FilterException("'" + qualifiers.protocol() + " proto' is bogus");
        };
    }

    private Test protocolName(Qualifiers qualifiers, String name) {
        boolean link =
                qualifiers.protocol().equals("ether") || qualifiers.protocol().equals("link");
        Map<String, Integer> table = link ? ETHER_TYPES : IP_PROTOCOLS;
        String known = name.equals("ipv6-icmp") ? "icmp6" : name;
        if (!table.containsKey(known)) {
            throw new FilterException("unknown " + (link ? "ether" : "ip") + " proto '" + name + "'");
        }
        return protocolNumber(qualifiers, table.get(known));
    }

    // names, numbers, addresses

    Test name(Qualifiers qualifiers, String name) {
        boolean link =
                qualifiers.protocol().equals("ether") || qualifiers.protocol().equals("link");
        switch (qualifiers.typeOr("host")) {
            case "host":
                if (link) {
                    throw new FilterException("unknown ether host '" + name + "'");
                }
                IpAddress address = this.link
                        .names()
                        .host(name)
                        .orElseThrow(() -> new FilterException("unknown host '" + name + "'"));
                return hosts.host(qualifiers, address);
            case "net":
                throw new FilterException("unknown network '" + name + "'");
            case "port":
                return ports.named(qualifiers, name);
            case "portrange":
                return ports.range(qualifiers, name);
            case "gateway":
                throw new FilterException("'gateway' not supported in this configuration");
            default:
                return protocolName(qualifiers, name);
        }
    }

    Test number(Qualifiers qualifiers, long number) {
        switch (qualifiers.typeOr("host")) {
            case "port":
                return ports.port(qualifiers, number);
            case "portrange":
                return ports.range(qualifiers, Long.toString(number));
            case "gateway":
                throw new FilterException("'gateway' requires a name");
            case "proto", "protochain":
                return protocolNumber(qualifiers, (int) number);
            case "net":
                return hosts.network(qualifiers, shortNetwork((int) number), shortMask((int) number));
            default:
                return hosts.network(qualifiers, (int) number, -1);
        }
    }

    /** {@code net 10} is 10.0.0.0/8: the number moves up until its first octet is not zero. */
    private static int shortNetwork(int number) {
        int value = number;
        while (value != 0 && (value & 0xff000000) == 0) {
            value <<= 8;
        }
        return value;
    }

    private static int shortMask(int number) {
        int value = number;
        int mask = -1;
        while (value != 0 && (value & 0xff000000) == 0) {
            value <<= 8;
            mask <<= 8;
        }
        return mask;
    }

    /** One to four numbers with dots: less than four are a network, even behind {@code host}. */
    Test address(Qualifiers qualifiers, String text) {
        int bits = dotted(text);
        int octets = text.split("\\.").length;
        switch (qualifiers.typeOr("host")) {
            case "port", "portrange":
                throw new FilterException("'" + qualifiers.type() + "' modifier applied to ip host");
            case "gateway":
                throw new FilterException("'gateway' requires a name");
            case "proto", "protochain":
                throw FilterException.syntax();
            default:
                return hosts.network(qualifiers, bits, octets == 4 ? -1 : -1 << 32 - 8 * octets);
        }
    }

    Test network(Qualifiers qualifiers, String text, long length) {
        if (length > 32) {
            throw new FilterException("mask length must be <= 32");
        }
        int mask = length == 0 ? 0 : -1 << 32 - (int) length;
        return networkWithMask(qualifiers, dotted(text), mask, text + "/" + length);
    }

    Test networkWithMask(Qualifiers qualifiers, String text, String maskText) {
        return networkWithMask(qualifiers, dotted(text), dotted(maskText), text + " mask " + maskText);
    }

    private Test networkWithMask(Qualifiers qualifiers, int bits, int mask, String shown) {
        if ((bits & ~mask) != 0) {
            throw new FilterException("non-network bits set in \"" + shown + "\"");
        }
        if (!qualifiers.typeOr("").equals("net")) {
            throw new FilterException("Mask syntax for networks only");
        }
        return hosts.network(qualifiers, bits, mask);
    }

    private static int dotted(String text) {
        int bits = 0;
        String[] octets = text.split("\\.");
        for (String octet : octets) {
            if (octet.length() > 3 || !octet.matches("[0-9]+") || Integer.parseInt(octet) > 255) {
                throw new FilterException("invalid IPv4 address '" + text + "'");
            }
            bits = bits << 8 | Integer.parseInt(octet);
        }
        return octets.length == 4 ? bits : bits << 32 - 8 * octets.length;
    }

    Test ipv6(Qualifiers qualifiers, String text, Optional<Long> length) {
        Ipv6Address address = Ipv6Address.parse(text);
        int prefix = length.orElse(128L).intValue();
        if (prefix > 128) {
            throw new FilterException("mask length must be <= 128");
        }
        switch (qualifiers.typeOr("host")) {
            case "host":
                if (prefix != 128) {
                    throw new FilterException("Mask syntax for networks only");
                }
                return hosts.network6(qualifiers, address, 128);
            case "net":
                return hosts.network6(qualifiers, address, prefix, text);
            default:
                throw new FilterException("invalid qualifier against IPv6 address");
        }
    }

    Test mac(Qualifiers qualifiers, String text) {
        boolean ether =
                qualifiers.protocol().equals("ether") || qualifiers.protocol().equals("link");
        if (!ether || !qualifiers.typeOr("host").equals("host")) {
            throw new FilterException("ethernet address used in non-ether expression");
        }
        return hosts.mac(qualifiers, MacText.parse(text));
    }

    // broadcast, length, direction, tags

    Test broadcast(String protocol) {
        if (protocol.equals("ip")) {
            int hostBits = ~link.netmask();
            Value destination = Value.masked(layout.network(16, 4), hostBits);
            return layout.etherType(0x0800)
                    .and(Test.equal(destination, 0).or(Test.equal(destination, hostBits & 0xffff_ffffL)));
        }
        if (!protocol.isEmpty() && !protocol.equals("ether") && !protocol.equals("link")) {
            throw new FilterException("only link-layer/IP broadcast filters supported");
        }
        if (link.kind() != LinkLayer.Kind.ETHERNET) {
            throw new FilterException("not a broadcast link");
        }
        return hosts.mac(new Qualifiers("ether", "dst", "host"), 0xffff_ffff_ffffL);
    }

    Test multicast(String protocol) {
        switch (protocol) {
            case "ip":
                return layout.etherType(0x0800)
                        .and(new Test.Comparison(
                                Test.Relation.GREATER_OR_EQUAL, layout.network(16, 1), Value.constant(224)));
            case "ip6":
                return layout.etherType(0x86dd).and(Test.equal(layout.network(24, 1), 255));
            case "", "ether", "link":
                if (link.kind() != LinkLayer.Kind.ETHERNET) {
                    throw new FilterException("link-layer multicast filters supported only on"
                            + " ethernet/FDDI/token ring/ARCNET/802.11/ATM LANE/Fibre Channel");
                }
                return Test.equal(Value.masked(Value.load(0, 1), 1), 0).not();
            default:
                throw new FilterException(
                        "IP multicast filters supported only on ethernet/FDDI/token ring/ARCNET/802.11/ATM"
                                + " LANE/Fibre Channel");
        }
    }

    Test shorter(long length) {
        return new Test.Comparison(Test.Relation.GREATER, new Value.Length(), Value.constant(length)).not();
    }

    Test longer(long length) {
        return new Test.Comparison(Test.Relation.GREATER_OR_EQUAL, new Value.Length(), Value.constant(length));
    }

    Test outgoing(boolean wanted) {
        Test test = switch (link.kind()) {
            case COOKED -> Test.equal(Value.load(0, 2), 4);
            case COOKED2 -> Test.equal(Value.load(10, 1), 4);
            default -> Test.equal(Value.Ancillary.OUTGOING, 1);
        };
        if (link.kind() == LinkLayer.Kind.ETHERNET && !link.live()) {
            throw new FilterException("inbound/outbound not supported on Ethernet when reading savefiles");
        }
        return wanted ? test : test.not();
    }

    Test interfaceIndex(int index) {
        if (link.kind() == LinkLayer.Kind.COOKED2) {
            return Test.equal(Value.load(4, 4), index);
        }
        if (!link.live()) {
            throw new FilterException("ifindex not supported on Ethernet when reading savefiles");
        }
        return Test.equal(Value.Ancillary.INTERFACE_INDEX, index);
    }

    Test vlan(Optional<Long> id) {
        if (link.kind() == LinkLayer.Kind.COOKED2) {
            throw new FilterException("no VLAN support for Linux cooked v2");
        }
        if (id.isPresent() && id.get() > 4095) {
            throw new FilterException("VLAN tag " + id.get() + " greater than maximum 4095");
        }
        return layout.vlan(id);
    }

    Test mpls(Optional<Long> label) {
        Test test = layout.etherType(0x8847);
        Value first = Value.operation(Value.Operator.SHIFT_RIGHT, layout.network(0, 4), Value.constant(12));
        return label.map(number -> test.and(Test.equal(first, number))).orElse(test);
    }

    // what computations look at

    /** Where the bytes of a protocol begin. */
    Value loadBase(String protocol) {
        return switch (protocol) {
            case "ether", "link" -> Value.constant(0);
            case "ip", "ip6", "arp", "rarp" -> layout.networkStart();
            case "icmp6" -> layout.networkPlus(40);
            case "tcp", "udp", "icmp", "igmp", "sctp", "igrp", "pim", "vrrp" -> layout.transportStart();
            default -> throw new FilterException("unsupported index operation");
        };
    }

    Optional<Test> loadGuard(String protocol) {
        return switch (protocol) {
            case "ether", "link" -> Optional.empty();
            case "ip", "ip6", "arp", "rarp" -> Optional.of(protocol(protocol));
            case "icmp6" -> Optional.of(layout.ipv6Protocol(58));
            default ->
                Optional.of(layout.ipv4Protocol(IP_PROTOCOLS.getOrDefault(protocol, 0))
                        .and(layout.firstFragment()));
        };
    }
}
