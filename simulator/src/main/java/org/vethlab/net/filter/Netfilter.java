package org.vethlab.net.filter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Namespace;
import org.vethlab.net.filter.conntrack.Conntrack;
import org.vethlab.net.filter.conntrack.Nat;
import org.vethlab.net.filter.xt.RecentList;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.trace.Decision;
import org.vethlab.trace.Fate;
import org.vethlab.trace.FilterDecision;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;

/** Netfilter of a namespace: its hooks, and the rules that hang in them (net/netfilter/core.c). Without rules it costs nothing. */
public final class Netfilter {
    private final Namespace namespace;
    private final Ruleset ruleset = new Ruleset(this);
    private Hooks hooks = Hooks.NONE;
    private @Nullable Conntrack conntrack;
    private @Nullable Nat nat;
    private final Map<String, RecentList> recentLists = new HashMap<>();
    private boolean duplicates;
    private Optional<Metadata> handedOver = Optional.empty();

    public Netfilter(Namespace namespace) {
        this.namespace = namespace;
    }

    public Ruleset ruleset() {
        return ruleset;
    }

    /** The connections of this namespace. Nothing tracks them before a rule needs it. */
    public Conntrack conntrack() {
        if (conntrack == null) {
            Conntrack made = new Conntrack(namespace);
            conntrack = made;
            namespace
                    .sysctls()
                    .setting("net/netfilter/nf_conntrack_count")
                    .tells(() -> made.connections().size());
        }
        return conntrack;
    }

    /** Address translation. */
    public Nat nat() {
        if (nat == null) {
            nat = new Nat(conntrack(), namespace.world().random().split());
        }
        return nat;
    }

    /** The list of addresses of a name, which rules share ({@code -m recent --name}). */
    public RecentList recentList(String name, boolean ipv6) {
        return recentLists.computeIfAbsent(name + (ipv6 ? " 6" : " 4"), unused -> new RecentList(name, ipv6));
    }

    /** Whether connections are tracked: fragments are put together first then (nf_defrag_ipv4). */
    public boolean tracksConnections() {
        return hooks.tracksConnections();
    }

    /** Whether anything hangs in any hook of a family. */
    public boolean watches(Family family) {
        return hooks.watches(family);
    }

    /** Whether anything hangs in a hook: ask before making what only rules need. */
    public boolean watches(Family family, Hook hook) {
        return !hooks.functions(family, hook).isEmpty();
    }

    /** What a bridge knows of the frame that it hands to IP at once. */
    public void handOver(Metadata metadata) {
        handedOver = Optional.of(metadata);
    }

    /** What is known of a frame that a protocol receives: nothing yet, unless it came through a bridge. */
    public Metadata received(PacketType type, EthernetFrame frame) {
        if (handedOver.isEmpty()) {
            return Metadata.received(type, frame);
        }
        Optional<Metadata> known =
                handedOver.filter(metadata -> metadata.frame().equals(Optional.of(frame)));
        handedOver = Optional.empty();
        known.ifPresent(metadata -> metadata.setType(type));
        return known.orElseGet(() -> Metadata.received(type, frame));
    }

    /** An IPv4 packet comes by a hook. @return the packet, changed perhaps; empty if its way ends here */
    public Optional<Ipv4Packet> pass(
            Hook hook, Ipv4Packet packet, Metadata metadata, Optional<Device> input, Optional<Device> output) {
        if (hook == Hook.PREROUTING && metadata.isPreroutingDone()) {
            return Optional.of(packet);
        }
        return pass(Family.IP, hook, packet, metadata, input, output).map(Ipv4Packet.class::cast);
    }

    /** An IPv6 packet comes by a hook. @return the packet, changed perhaps; empty if its way ends here */
    public Optional<Ipv6Packet> pass(
            Hook hook, Ipv6Packet packet, Metadata metadata, Optional<Device> input, Optional<Device> output) {
        if (hook == Hook.PREROUTING && metadata.isPreroutingDone()) {
            return Optional.of(packet);
        }
        return pass(Family.IP6, hook, packet, metadata, input, output).map(Ipv6Packet.class::cast);
    }

    /** An ARP packet comes by a hook. @return the packet, changed perhaps; empty if its way ends here */
    public Optional<ArpPacket> pass(
            Hook hook, ArpPacket packet, Metadata metadata, Optional<Device> input, Optional<Device> output) {
        return pass(Family.ARP, hook, packet, metadata, input, output).map(ArpPacket.class::cast);
    }

    /** Whatever a frame carries comes by a hook of a family (bridge, netdev). @return it, or empty if its way ends here */
    public Optional<Payload> pass(
            Family family,
            Hook hook,
            Payload packet,
            Metadata metadata,
            Optional<Device> input,
            Optional<Device> output) {
        if (hooks.functions(family, hook).isEmpty()) {
            return Optional.of(packet);
        }
        PacketContext context = new PacketContext(namespace, family, hook, packet, metadata, input, output);
        for (HookFunction function : hooks.functions(family, hook)) {
            Verdict verdict = function.evaluate(context);
            if (verdict != Verdict.ACCEPT) {
                ended(context, verdict);
                return Optional.empty();
            }
            passed(context);
        }
        return Optional.of(context.packet());
    }

    /** A copy of an IPv4 packet goes to another host (nf_dup_ipv4); no rule duplicates the copy. */
    public void duplicate(PacketContext packet, IpAddress gateway) {
        if (duplicates || !(gateway instanceof Ipv4Address host)) {
            return;
        }
        duplicates = true;
        packet.ipv4().ifPresent(ipv4 -> namespace.ipv4().sendCopy(ipv4, host));
        duplicates = false;
    }

    /** A frame comes in by a device, before its VLAN, bridge or protocol has it. @return whether it may */
    public boolean ingress(Device device, PacketType type, EthernetFrame frame) {
        Metadata metadata = Metadata.received(type, frame);
        return pass(Family.NETDEV, Hook.INGRESS, frame.payload(), metadata, Optional.of(device), Optional.empty())
                .isPresent();
    }

    private void ended(PacketContext context, Verdict verdict) {
        if (verdict != Verdict.STOLEN && namespace.trace().isOn()) {
            String detail = "netfilter drops it in " + context.hook().name();
            namespace
                    .trace()
                    .step(context.packet(), new Decision.Dropped(Fate.NETFILTER_DROP, "", detail, context.decider()));
        }
    }

    /** That a rule let it pass is told; that no rule cared is not. */
    private void passed(PacketContext context) {
        if (namespace.trace().isOn() && context.takeRule()) {
            namespace
                    .trace()
                    .step(
                            context.packet(),
                            new FilterDecision.Passed(context.hook().name(), context.decider()));
        }
    }

    /** Hangs all base chains anew. */
    void rulesChanged() {
        hooks = new HookBuilder(namespace, this).build();
    }
}
