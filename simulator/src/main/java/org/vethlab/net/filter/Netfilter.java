package org.vethlab.net.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.trace.Fate;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.Payload;

/** Netfilter of a namespace: its hooks, and the rules that hang in them (net/netfilter/core.c). Without rules it costs nothing. */
public final class Netfilter {
    /** One more than the largest family number. */
    private static final int FAMILIES = 11;

    private static final int HOOKS = 7;

    private final Namespace namespace;
    private final Ruleset ruleset = new Ruleset(this);
    private final List<List<Entry>> entries = new ArrayList<>();
    private final EnumSet<Family> watched = EnumSet.noneOf(Family.class);
    private Optional<Metadata> handedOver = Optional.empty();

    public Netfilter(Namespace namespace) {
        this.namespace = namespace;
    }

    /** A function of a hook with its place among the others. */
    private record Entry(int priority, HookFunction function) {}

    public Ruleset ruleset() {
        return ruleset;
    }

    /** Whether anything hangs in any hook of a family. */
    public boolean watches(Family family) {
        return watched.contains(family);
    }

    /** Whether anything hangs in a hook: ask before making what only rules need. */
    public boolean watches(Family family, Hook hook) {
        return !entries(family, hook).isEmpty();
    }

    /** What a bridge knows of the frame that it hands to IP at once. */
    public void handOver(Metadata metadata) {
        handedOver = Optional.of(metadata);
    }

    /** What is known of a frame that a protocol receives: nothing yet, unless it came through a bridge. */
    public Metadata received(PacketType type, EthernetFrame frame) {
        Optional<Metadata> known = handedOver.filter(metadata -> metadata.frame().equals(Optional.of(frame)));
        handedOver = Optional.empty();
        return known.orElseGet(() -> Metadata.received(type, frame));
    }

    /** An IPv4 packet comes by a hook. @return the packet, changed perhaps; empty if its way ends here */
    public Optional<Ipv4Packet> pass(
            Hook hook, Ipv4Packet packet, Metadata metadata, Optional<Device> input, Optional<Device> output) {
        return pass(Family.IP, hook, packet, metadata, input, output).map(Ipv4Packet.class::cast);
    }

    /** An IPv6 packet comes by a hook. @return the packet, changed perhaps; empty if its way ends here */
    public Optional<Ipv6Packet> pass(
            Hook hook, Ipv6Packet packet, Metadata metadata, Optional<Device> input, Optional<Device> output) {
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
        List<Entry> functions = entries(family, hook);
        if (functions.isEmpty()) {
            return Optional.of(packet);
        }
        PacketContext context = new PacketContext(namespace, family, hook, packet, metadata, input, output);
        for (Entry entry : functions) {
            if (entry.function().evaluate(context) != Verdict.ACCEPT) {
                dropped(context);
                return Optional.empty();
            }
        }
        return Optional.of(context.packet());
    }

    /** A frame comes in by a device, before its VLAN, bridge or protocol has it. @return whether it may */
    public boolean ingress(Device device, PacketType type, EthernetFrame frame) {
        Metadata metadata = Metadata.received(type, frame);
        return pass(Family.NETDEV, Hook.INGRESS, frame.payload(), metadata, Optional.of(device), Optional.empty())
                .isPresent();
    }

    private void dropped(PacketContext context) {
        if (namespace.trace().isOn()) {
            namespace.trace().end(Fate.NETFILTER_DROP, context.packet(), context.decider());
        }
    }

    /** Hangs all base chains anew. */
    void rulesChanged() {
        entries.clear();
        watched.clear();
        for (Table table : ruleset.tables()) {
            if (!table.isDormant()) {
                table.chains().forEach(chain -> chain.base().ifPresent(base -> hang(chain, base)));
            }
        }
    }

    private void hang(Chain chain, BaseHook base) {
        for (Family family : families(chain.table().family())) {
            add(family, base.hook(), new Entry(base.priority(), packet -> evaluate(chain, base, packet)));
        }
    }

    private static Verdict evaluate(Chain chain, BaseHook base, PacketContext packet) {
        if (!base.devices().isEmpty()
                && packet.input().filter(device -> base.devices().contains(device.name())).isEmpty()) {
            return Verdict.ACCEPT;
        }
        return Evaluation.run(chain, packet);
    }

    private static List<Family> families(Family family) {
        return family == Family.INET ? List.of(Family.IP, Family.IP6) : List.of(family);
    }

    private void add(Family family, Hook hook, Entry entry) {
        while (entries.size() < FAMILIES * HOOKS) {
            entries.add(new ArrayList<>());
        }
        List<Entry> list = entries(family, hook);
        list.add(entry);
        watched.add(family);
        list.sort(Comparator.comparingInt(Entry::priority));
    }

    private List<Entry> entries(Family family, Hook hook) {
        return entries.isEmpty() ? List.of() : entries.get(family.number() * HOOKS + hook.slot());
    }
}
