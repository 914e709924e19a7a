package org.vethlab.program.tcpdump.filter;

import java.util.Optional;

/** Where the fields of a packet are, as far as the expression has told by now. */
final class Layout {
    private static final int VLAN_TAG = 4;
    private static final int IPV6_FRAGMENT = 44;

    private final LinkLayer link;
    private int shift;
    private boolean tagged;

    Layout(LinkLayer link) {
        this.link = link;
    }

    LinkLayer.Kind kind() {
        return link.kind();
    }

    Test etherType(int type) {
        if (link.kind() == LinkLayer.Kind.RAW_IP) {
            int version = type == 0x0800 ? 4 : type == 0x86dd ? 6 : 0;
            Value first = Value.masked(Value.load(0, 1), 0xf0);
            return version == 0 ? Test.of(false) : Test.equal(first, version << 4);
        }
        return Test.equal(typeField(), type);
    }

    private Value typeField() {
        return Value.load(link.kind().typeOffset() + shift, 2);
    }

    /** IEEE 802.2 with this service access point. */
    Test logicalLink(int sap) {
        return isLogicalLink().and(Test.equal(network(0, 1), sap));
    }

    /** Any IEEE 802.2; Novell's raw frames begin with two bytes of all ones instead. */
    Test anyLogicalLink() {
        return isLogicalLink().and(Test.equal(network(0, 2), 0xffff).not());
    }

    private Test isLogicalLink() {
        return link.kind() == LinkLayer.Kind.ETHERNET
                ? new Test.Comparison(Test.Relation.GREATER, typeField(), Value.constant(1500)).not()
                : Test.equal(typeField(), 4);
    }

    /**
     * A VLAN tag. The kernel keeps the outermost tag of a live packet beside it; in files, and below that tag, it is
     * among the bytes, and what follows it is four bytes further on.
     */
    Test vlan(Optional<Long> id) {
        if (link.live() && !tagged) {
            tagged = true;
            Test present = Test.equal(Value.Ancillary.VLAN_PRESENT, 1);
            return id.map(number -> present.and(Test.equal(Value.masked(Value.Ancillary.VLAN_CONTROL, 0xfff), number)))
                    .orElse(present);
        }
        Test test = etherType(0x8100).or(etherType(0x88a8)).or(etherType(0x9100));
        Value control = network(0, 2);
        shift += VLAN_TAG;
        return id.map(number -> test.and(Test.equal(Value.masked(control, 0xfff), number)))
                .orElse(test);
    }

    Value networkStart() {
        return networkPlus(0);
    }

    Value networkPlus(int offset) {
        return Value.constant(link.kind().headerLength() + shift + offset);
    }

    /** A field of the network header. */
    Value network(int offset, int size) {
        return new Value.Load(networkPlus(offset), size);
    }

    /** Behind the IPv4 header, whose length is its first byte's lower half, in words. */
    Value transportStart() {
        Value words = Value.masked(network(0, 1), 15);
        Value length = Value.operation(Value.Operator.MULTIPLY, words, Value.constant(4));
        return Value.operation(Value.Operator.ADD, networkStart(), length);
    }

    Value transport(int offset, int size) {
        return new Value.Load(Value.operation(Value.Operator.ADD, transportStart(), Value.constant(offset)), size);
    }

    Test ipv4Protocol(int protocol) {
        return etherType(0x0800).and(Test.equal(network(9, 1), protocol));
    }

    /** As the next header, or behind a fragment header. */
    Test ipv6Protocol(int protocol) {
        Test behindFragment = Test.equal(network(6, 1), IPV6_FRAGMENT).and(Test.equal(network(40, 1), protocol));
        return etherType(0x86dd).and(Test.equal(network(6, 1), protocol).or(behindFragment));
    }

    Test ipProtocol(int protocol) {
        return ipv4Protocol(protocol).or(ipv6Protocol(protocol));
    }

    /** Only the first fragment of a packet has the header of what it carries. */
    Test firstFragment() {
        return Test.equal(Value.masked(network(6, 2), 0x1fff), 0);
    }
}
