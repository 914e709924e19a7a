package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.MetaKey;
import org.vethlab.net.filter.expression.Operator;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.Test;

/** Which headers a packet is known to have after the tests so far (struct proto_ctx). */
final class ProtocolContext {
    private static final int ETHERNET = 1;

    private final Family family;
    private final Map<HeaderBase, Protocol> known = new EnumMap<>(HeaderBase.class);
    private int stackedBits;
    private int icmpType;

    ProtocolContext(Family family) {
        this.family = family;
        switch (family) {
            case IP -> known.put(HeaderBase.NETWORK, Protocol.IP);
            case IP6 -> known.put(HeaderBase.NETWORK, Protocol.IP6);
            case ARP -> known.put(HeaderBase.NETWORK, Protocol.ARP);
            case INET -> known.put(HeaderBase.LINK, Protocol.INET);
            case BRIDGE -> known.put(HeaderBase.LINK, Protocol.ETHER);
            case NETDEV -> known.put(HeaderBase.LINK, Protocol.NETDEV);
        }
    }

    Family family() {
        return family;
    }

    Optional<Protocol> at(HeaderBase base) {
        return Optional.ofNullable(known.get(base));
    }

    void set(Protocol protocol) {
        known.put(protocol.base(), protocol);
    }

    /** The lowest header that packets of the family have when its chains see them. */
    HeaderBase lowest() {
        return switch (family) {
            case IP, IP6, ARP -> HeaderBase.NETWORK;
            case INET, BRIDGE, NETDEV -> HeaderBase.LINK;
        };
    }

    /** The bits of link-layer headers before the one that is known. */
    int stackedBits() {
        return stackedBits;
    }

    int icmpType() {
        return icmpType;
    }

    void setIcmpType(int type) {
        icmpType = type;
    }

    /** Learns from a test of the rule that holds (relational_expr_pctx_update). */
    void learn(Test.Comparison test) {
        if (test.operator() != Operator.EQUAL) {
            return;
        }
        if (test.left() instanceof Selector.Meta meta) {
            learnMeta(meta.key(), test.right().intValue());
        } else if (test.left() instanceof Selector.Field field) {
            field(field).filter(HeaderField::announces).ifPresent(known -> learnField(known, test.right()));
        }
    }

    private void learnMeta(MetaKey key, int value) {
        switch (key) {
            case INPUT_TYPE -> {
                if (value == ETHERNET) {
                    set(Protocol.ETHER);
                }
            }
            case FAMILY -> Protocol.INET.next(value).ifPresent(this::set);
            case TRANSPORT -> Protocol.transport(value).ifPresent(this::set);
            case PROTOCOL -> {
                if (family == Family.NETDEV || family == Family.BRIDGE) {
                    Protocol.NETDEV.next(value).ifPresent(this::set);
                }
            }
            default -> {
                // says nothing of headers
            }
        }
    }

    private void learnField(HeaderField field, BigInteger value) {
        if (field == HeaderField.ICMP_TYPE) {
            icmpType = value.signum() == 0 ? 8 : value.intValue();
            return;
        }
        if (field == HeaderField.ICMPV6_TYPE) {
            icmpType = value.intValue() == 129 ? 128 : value.intValue();
            return;
        }
        Optional<Protocol> next = field.protocol().next(value.intValue());
        if (next.isPresent() && next.get().base() == field.protocol().base()) {
            stackedBits += field.protocol().length() * 8;
        }
        next.ifPresent(this::set);
    }

    /** The field that some bits are, as far as headers are known (payload_expr_complete). */
    Optional<HeaderField> field(Selector.Field bits) {
        Optional<Protocol> protocol = at(bits.base());
        if (protocol.isEmpty()) {
            return Optional.empty();
        }
        if (bits.base() == HeaderBase.LINK && stackedBits > 0) {
            return stackedField(bits);
        }
        Protocol known =
                protocol.get() == Protocol.NETDEV && family == Family.NETDEV ? Protocol.NETDEV : protocol.get();
        return HeaderField.at(known, bits.base(), bits.offset(), bits.bits(), icmpType);
    }

    /** Of the headers one behind the other, the one that holds these bits. */
    private Optional<HeaderField> stackedField(Selector.Field bits) {
        Optional<HeaderField> outer = HeaderField.at(Protocol.ETHER, bits.base(), bits.offset(), bits.bits(), 0);
        if (outer.isPresent()) {
            return outer;
        }
        int vlan = Protocol.ETHER.length() * 8;
        while (vlan + Protocol.VLAN.length() * 8 <= bits.offset()) {
            vlan += Protocol.VLAN.length() * 8;
        }
        return HeaderField.at(Protocol.VLAN, bits.base(), bits.offset() - vlan, bits.bits(), 0);
    }
}
