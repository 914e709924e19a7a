package org.vethlab.net.filter;

import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;

/** One packet in one hook, as rules see it (struct nft_pktinfo). Statements may change the packet and its metadata. */
public final class PacketContext {
    private final Namespace namespace;
    private final Family family;
    private final Hook hook;
    private final Optional<Device> input;
    private final Optional<Device> output;
    private final Metadata metadata;
    private Payload packet;
    private Optional<Chain> chain = Optional.empty();
    private Optional<Rule> rule = Optional.empty();
    private boolean told = true;

    PacketContext(
            Namespace namespace,
            Family family,
            Hook hook,
            Payload packet,
            Metadata metadata,
            Optional<Device> input,
            Optional<Device> output) {
        this.namespace = namespace;
        this.family = family;
        this.hook = hook;
        this.packet = packet;
        this.metadata = metadata;
        this.input = input;
        this.output = output;
    }

    public Namespace namespace() {
        return namespace;
    }

    /** The family of the hook, never {@link Family#INET}. */
    public Family family() {
        return family;
    }

    public Hook hook() {
        return hook;
    }

    /** The device where it came in: empty where packets are made here. In the bridge family, a port. */
    public Optional<Device> input() {
        return input;
    }

    /** The device where it will leave, where that is known. */
    public Optional<Device> output() {
        return output;
    }

    public Metadata metadata() {
        return metadata;
    }

    /** The network header and what is behind it; in the bridge family, what the frame carries. */
    public Payload packet() {
        return packet;
    }

    /** Changes the packet. */
    public void replace(Payload changed) {
        packet = changed;
    }

    /** The link-layer header, where there is one. */
    public Optional<EthernetFrame> frame() {
        return metadata.frame();
    }

    public Optional<Ipv4Packet> ipv4() {
        return packet instanceof Ipv4Packet ipv4 ? Optional.of(ipv4) : Optional.empty();
    }

    public Optional<Ipv6Packet> ipv6() {
        return packet instanceof Ipv6Packet ipv6 ? Optional.of(ipv6) : Optional.empty();
    }

    /** The IANA protocol number of an IP packet; -1 if it is none ({@code meta l4proto}). */
    public int protocol() {
        if (packet instanceof Ipv4Packet ipv4) {
            return ipv4.payload().protocol();
        }
        return packet instanceof Ipv6Packet ipv6 ? ipv6.payload().protocol() : -1;
    }

    /** The transport header; empty in later fragments and in what is no IP packet. */
    public Optional<IpPayload> transport() {
        if (packet instanceof Ipv4Packet ipv4) {
            return ipv4.fragmentOffset() > 0 ? Optional.empty() : Optional.of(ipv4.payload());
        }
        return packet instanceof Ipv6Packet ipv6 ? Optional.of(ipv6.payload()) : Optional.empty();
    }

    /** The packet's length from the network header on: what counters count. */
    public int length() {
        return packet.length();
    }

    /** Which rule or policy decided, in words. */
    public String decider() {
        return chain.map(decider -> decider
                        + rule.map(its -> " rule " + (decider.rules().indexOf(its) + 1))
                                .orElse(" policy"))
                .orElse("");
    }

    /** Whether a rule has decided since this was last asked. */
    boolean takeRule() {
        boolean news = !told && rule.isPresent();
        told = true;
        return news;
    }

    void decidedBy(Chain decider, Rule its) {
        chain = Optional.of(decider);
        rule = Optional.of(its);
        told = false;
    }

    void decidedByPolicy(Chain decider) {
        chain = Optional.of(decider);
        rule = Optional.empty();
        told = false;
    }
}
