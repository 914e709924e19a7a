package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.Optional;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.expression.HeaderBase;
import org.vethlab.net.filter.expression.MetaKey;
import org.vethlab.net.filter.expression.Operator;
import org.vethlab.net.filter.expression.Selector;
import org.vethlab.net.filter.expression.Test;

/** Adds the tests without which a field could be another header's (payload_gen_dependency). */
final class Dependencies {
    private static final int ETHERNET = 1;

    private final RuleBuilder rule;

    Dependencies(RuleBuilder rule) {
        this.rule = rule;
    }

    /** @return the bits of link-layer headers that stand before the field's own */
    int require(HeaderField field, Location at) {
        Protocol wanted = field.protocol();
        Optional<Protocol> known = rule.protocols().at(wanted.base());
        if (wanted.base() == HeaderBase.LINK) {
            return requireLink(field);
        }
        Optional<Protocol> other = wanted.base() == HeaderBase.TRANSPORT ? rule.otherThan(wanted) : Optional.empty();
        if (other.isPresent()) {
            throw conflict(at, other.get(), wanted);
        }
        if (known.isEmpty()) {
            add(wanted, at);
        } else if (known.get() != wanted) {
            throw conflict(at, known.get(), wanted);
        }
        rule.typed(at);
        requireIcmpType(field);
        return 0;
    }

    private static NftException conflict(Location at, Protocol known, Protocol wanted) {
        return new NftException(at, "conflicting protocols specified: " + known.keyword() + " vs. " + wanted.keyword());
    }

    private int requireLink(HeaderField field) {
        ProtocolContext protocols = rule.protocols();
        Protocol wanted = field.protocol();
        Optional<Protocol> known = protocols.at(HeaderBase.LINK);
        if (known.isEmpty() || known.get() == Protocol.INET || known.get() == Protocol.NETDEV) {
            if (rule.family() == Family.ARP && known.isEmpty() || known.isPresent() || isIp(rule.family())) {
                addMeta(MetaKey.INPUT_TYPE, ETHERNET);
                protocols.set(Protocol.ETHER);
            }
        }
        Protocol now = protocols.at(HeaderBase.LINK).orElse(Protocol.ETHER);
        if (wanted == Protocol.VLAN && now == Protocol.ETHER) {
            addComparison(HeaderField.ETHER_TYPE.selector(0), 0x8100);
            return Protocol.ETHER.length() * 8;
        }
        return wanted == Protocol.VLAN ? protocols.stackedBits() : 0;
    }

    private static boolean isIp(Family family) {
        return family == Family.IP || family == Family.IP6;
    }

    private void add(Protocol wanted, Location at) {
        if (wanted.base() == HeaderBase.TRANSPORT) {
            addNetworkOf(wanted, at);
            int number = Protocol.numberOfTransport(wanted).orElseThrow();
            if (rule.family() == Family.ARP) {
                throw conflict(at, Protocol.ARP, wanted);
            }
            addMeta(MetaKey.TRANSPORT, number);
            return;
        }
        switch (rule.family()) {
            case INET -> {
                if (rule.protocols().at(HeaderBase.LINK).equals(Optional.of(Protocol.ETHER))
                        || rule.protocols().at(HeaderBase.LINK).equals(Optional.of(Protocol.VLAN))) {
                    addLink(wanted);
                    return;
                }
                Optional<Integer> number = Protocol.INET.numberOf(wanted);
                if (number.isEmpty()) {
                    throw conflict(at, Protocol.INET, wanted);
                }
                addMeta(MetaKey.FAMILY, number.get());
            }
            case BRIDGE -> addBridge(wanted);
            default ->
                addMeta(MetaKey.PROTOCOL, Protocol.NETDEV.numberOf(wanted).orElseThrow());
        }
    }

    /** ICMP and IGMP are there in one network protocol only. */
    private void addNetworkOf(Protocol transport, Location at) {
        boolean ipv4 = transport == Protocol.ICMP || transport == Protocol.IGMP;
        boolean known = rule.protocols().at(HeaderBase.NETWORK).isPresent();
        if (!known && (ipv4 || transport == Protocol.ICMPV6)) {
            add(ipv4 ? Protocol.IP : Protocol.IP6, at);
        }
    }

    private void addLink(Protocol wanted) {
        int number = Protocol.NETDEV.numberOf(wanted).orElseThrow();
        boolean tagged = rule.protocols().at(HeaderBase.LINK).equals(Optional.of(Protocol.VLAN));
        HeaderField field = tagged ? HeaderField.VLAN_TYPE : HeaderField.ETHER_TYPE;
        addComparison(field.selector(tagged ? rule.protocols().stackedBits() : 0), number);
    }

    /** The kernel's own note of the protocol holds for tagged frames too, the header's type does not. */
    private void addBridge(Protocol wanted) {
        int number = Protocol.NETDEV.numberOf(wanted).orElseThrow();
        boolean tagged = rule.protocols().at(HeaderBase.LINK).equals(Optional.of(Protocol.VLAN));
        if (!tagged && (wanted == Protocol.IP || wanted == Protocol.IP6)) {
            addMeta(MetaKey.PROTOCOL, number);
        } else {
            addLink(wanted);
        }
    }

    private void requireIcmpType(HeaderField field) {
        int type = field.icmpType();
        if (type == 0 || rule.protocols().icmpType() == type) {
            return;
        }
        boolean echo = type == 8 || type == 128;
        HeaderField typeField = field.protocol() == Protocol.ICMP ? HeaderField.ICMP_TYPE : HeaderField.ICMPV6_TYPE;
        if (!echo) {
            addComparison(typeField.selector(0), type);
        } else {
            rule.add(EchoTypes.membership(rule, typeField));
        }
        rule.protocols().setIcmpType(type);
    }

    private void addMeta(MetaKey key, int number) {
        addComparison(new Selector.Meta(key), number);
    }

    private void addComparison(Selector selector, int number) {
        rule.add(new Test.Comparison(selector, Operator.EQUAL, BigInteger.valueOf(number)));
    }
}
