package org.vethlab.net.link;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.ipv4.Fragments;
import org.vethlab.net.link.BridgeProxyArp.Verdict;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.VlanTag;

/** The way of a frame through a bridge (net/bridge/br_input.c, br_forward.c, br_device.c). */
final class BridgeInput {
    /** 01:80:c2:00:00:00 to 0f (IEEE 802.1D, table 7-10) concern the link itself: bridges do not pass them on. */
    private static final long LINK_LOCAL = 0x0180_c200_0000L;

    private static final int SPANNING_TREE = 0;
    private static final int PAUSE = 1;

    private final Bridge bridge;
    private final BridgeFilter filter;
    private final VlanFilter vlans;
    private final BridgeProxyArp proxyArp;
    private final BridgeTrace trace;

    BridgeInput(Bridge bridge) {
        this.bridge = bridge;
        this.filter = new BridgeFilter(bridge);
        this.vlans = bridge.vlanFilter();
        this.proxyArp = new BridgeProxyArp(bridge);
        this.trace = new BridgeTrace(bridge);
    }

    /** A frame comes in by a port (br_handle_frame). False: the port's device itself is to have it. */
    boolean receive(BridgePort port, EthernetFrame frame, PacketType type) {
        if (frame.source().isGroup() || frame.source().bits() == 0) {
            return true;
        }
        long destination = frame.destination().bits();
        if (destination >>> 4 == LINK_LOCAL >>> 4 && !isPassedOn(port, (int) destination & 15)) {
            return receiveLinkLocal(port, frame, (int) destination & 15);
        }
        if (!port.learns()) {
            trace.blocked(port, frame);
            return true;
        }
        Optional<EthernetFrame> passed = filter.prerouting(port, frame, seenBy(frame, type));
        EthernetFrame admitted = passed.isEmpty() ? null : vlans.admit(port.memberships(), passed.get());
        if (admitted != null) {
            forward(port, admitted, seenBy(admitted, type));
        } else if (passed.isPresent()) {
            trace.notAdmitted(port.device(), passed.get());
        }
        return true;
    }

    /** What is for the bridge's own address is for this host, whatever the port made of it. */
    private PacketType seenBy(EthernetFrame frame, PacketType type) {
        return frame.destination().equals(bridge.address()) ? PacketType.HOST : type;
    }

    /** Without a spanning tree of its own a bridge passes BPDUs on, so that others can find loops through it. */
    private boolean isPassedOn(BridgePort port, int group) {
        long mask = bridge.option(BridgeOption.GROUP_FWD_MASK) | port.groupForwardMask();
        boolean masked = (mask >>> group & 1) != 0;
        return masked || group == SPANNING_TREE && !bridge.spanningTree().isOn();
    }

    private boolean receiveLinkLocal(BridgePort port, EthernetFrame frame, int group) {
        if (group == PAUSE) {
            return true;
        }
        boolean learns = port.learns() && bridge.option(BridgeOption.NO_LINKLOCAL_LEARN) == 0;
        EthernetFrame admitted = learns && port.has(PortFlag.LEARNING) ? vlans.admit(port.memberships(), frame) : null;
        if (admitted != null) {
            bridge.forwarding().learn(port, frame.source(), vlans.idOf(admitted));
        }
        if (group == SPANNING_TREE) {
            bridge.spanningTree().receive(port, frame);
            return true;
        }
        return false;
    }

    /** Learns, then sends the frame where it belongs (br_handle_frame_finish). */
    private void forward(BridgePort port, EthernetFrame frame, PacketType type) {
        int vlan = vlans.idOf(frame);
        if (port.has(PortFlag.LOCKED) && !isKnownBehind(port, frame.source(), vlan)) {
            trace.locked(port, frame);
            return;
        }
        if (port.has(PortFlag.LEARNING)) {
            bridge.forwarding().learn(port, frame.source(), vlan);
        }
        boolean group = frame.destination().isGroup();
        if (group) {
            bridge.multicast().observe(port.asOptional(), frame, vlan);
        }
        if (port.state() == PortState.LEARNING || vlans.onlyLearns(port.memberships(), frame)) {
            return;
        }
        Optional<MulticastGroup> members = group ? bridge.multicast().membersOnly(frame, vlan) : Optional.empty();
        boolean wanted = members.map(MulticastGroup::hasHost).orElse(group);
        boolean local = wanted || bridge.promiscuity() > 0;
        ForwardingEntry entry = group ? null : bridge.forwarding().lookup(frame.destination(), vlan);
        if (wanted && !frame.destination().isBroadcast()) {
            bridge.statistics().multicast++;
        }
        if (entry != null && entry.isLocal()) {
            passUp(port, frame, type);
            return;
        }
        Verdict verdict = proxyArp.judge(port, frame, vlan);
        verdict.answer().ifPresent(answer -> leave(null, port, answer));
        BridgeTrace.Notes outer = trace.begin();
        if (members.isPresent()) {
            sendToMembers(members.get(), port, frame);
        } else if (entry == null) {
            flood(port, frame, verdict.suppressed());
        } else {
            entry.use(bridge.clock().now());
            sendTo(entry, port, frame);
        }
        trace.end(outer, port, frame, entry == null, vlan);
        if (local) {
            passUp(port, frame, type);
        }
    }

    /** A locked port takes frames only from stations that are known to be behind it. */
    private boolean isKnownBehind(BridgePort port, MacAddress source, int vlan) {
        ForwardingEntry entry = bridge.forwarding().lookup(source, vlan);
        return entry != null && !entry.isLocal() && entry.port().equals(port.asOptional());
    }

    /** The bridge as a device of this host sends a frame (br_dev_xmit). */
    void sendOut(EthernetFrame sent) {
        EthernetFrame frame = vlans.admit(bridge.memberships(), sent);
        if (frame == null) {
            trace.notAdmitted(bridge, sent);
            return;
        }
        boolean group = frame.destination().isGroup();
        if (group) {
            bridge.multicast().observe(Optional.empty(), frame, vlans.idOf(frame));
        }
        ForwardingEntry entry = group ? null : bridge.forwarding().lookup(frame.destination(), vlans.idOf(frame));
        Verdict verdict = proxyArp.judge(null, frame, vlans.idOf(frame));
        verdict.answer().ifPresent(this::takeAnswer);
        Optional<MulticastGroup> members =
                group ? bridge.multicast().membersOnly(frame, vlans.idOf(frame)) : Optional.empty();
        BridgeTrace.Notes outer = trace.begin();
        if (members.isPresent()) {
            sendToMembers(members.get(), null, frame);
        } else if (entry == null) {
            flood(null, frame, verdict.suppressed());
        } else {
            sendTo(entry, null, frame);
        }
        trace.end(outer, null, frame, entry == null, vlans.idOf(frame));
    }

    private void takeAnswer(EthernetFrame answer) {
        bridge.receive(vlans.undress(bridge.memberships(), answer), PacketType.HOST);
    }

    /** While the port has no carrier its backup takes over (br_forward). */
    private void sendTo(ForwardingEntry entry, @Nullable BridgePort from, EthernetFrame frame) {
        if (entry.port().isEmpty()) {
            return;
        }
        BridgePort to = entry.port().get();
        if (to.backup().isPresent() && !to.device().isReadyForTraffic()) {
            to = to.backup().get();
        }
        if (mayLeave(from, to, frame)) {
            leave(from, to, frame);
        } else {
            trace.kept(from, to, frame, vlans.idOf(frame));
        }
    }

    /** To all ports, the newest first, but that from which it came, and those that are to be spared it (br_flood). */
    private void flood(@Nullable BridgePort from, EthernetFrame frame, boolean suppressed) {
        PortFlag needed = neededToFlood(frame.destination(), from);
        for (int i = 0; i < bridge.ports().size(); i++) {
            BridgePort to = bridge.ports().get(i);
            boolean spared = to.has(PortFlag.PROXY_ARP)
                    || suppressed && (to.has(PortFlag.PROXY_ARP_WIFI) || to.has(PortFlag.NEIGH_SUPPRESS));
            if (spared) {
                trace.spared(to, "the bridge answers for it");
            } else if (needed != null && !to.has(needed)) {
                trace.noFlood(to, needed);
            } else if (mayLeave(from, to, frame)) {
                leave(from, to, frame);
            } else if (from != to) {
                trace.kept(from, to, frame, vlans.idOf(frame));
            }
        }
    }

    /** To the ports behind which somebody is in the group, and those behind which a router is (br_multicast_flood). */
    private void sendToMembers(MulticastGroup group, @Nullable BridgePort from, EthernetFrame frame) {
        for (int i = 0; i < bridge.ports().size(); i++) {
            BridgePort to = bridge.ports().get(i);
            boolean wants = group.member(to).isPresent() || to.multicastRouter() == BridgePort.ALWAYS_ROUTER;
            if (wants && mayLeave(from, to, frame)) {
                leave(from, to, frame);
            }
        }
    }

    /** What the bridge itself sends to a group goes to all ports. */
    private static @Nullable PortFlag neededToFlood(MacAddress destination, @Nullable BridgePort from) {
        if (!destination.isGroup()) {
            return PortFlag.FLOOD;
        }
        if (from == null) {
            return null;
        }
        return destination.isBroadcast() ? PortFlag.BCAST_FLOOD : PortFlag.MCAST_FLOOD;
    }

    /** Not back to where it came from without hairpin, and not from one isolated port to another (should_deliver). */
    private boolean mayLeave(@Nullable BridgePort from, BridgePort to, EthernetFrame frame) {
        if (to.state() != PortState.FORWARDING || from == to && !to.has(PortFlag.HAIRPIN)) {
            return false;
        }
        if (from != null && from.has(PortFlag.ISOLATED) && to.has(PortFlag.ISOLATED)) {
            return false;
        }
        return vlans.mayLeave(to.memberships(), frame);
    }

    /** What is too long for the port's device is dropped without a word: a bridge sends no ICMP. */
    private void leave(@Nullable BridgePort from, BridgePort to, EthernetFrame inside) {
        EthernetFrame frame = vlans.undress(to.memberships(), inside);
        if (from != null && isCutByNetfilter(to.device(), frame)) {
            leaveInPieces(from, to, frame);
            return;
        }
        push(from, to, frame);
    }

    /**
     * While iptables sees what bridges pass on, packets that are too long for a port are cut, or dropped if they may not
     * be: the bridge has no route by which to tell the sender (br_nf_dev_queue_xmit).
     */
    private boolean isCutByNetfilter(Device device, EthernetFrame frame) {
        return frame.payload() instanceof Ipv4Packet packet
                && packet.length() > device.mtu()
                && bridge.namespace()
                                .sysctls()
                                .setting("net/bridge/bridge-nf-call-iptables")
                                .value()
                        != 0;
    }

    private void leaveInPieces(BridgePort from, BridgePort to, EthernetFrame frame) {
        if (frame.payload() instanceof Ipv4Packet packet && !packet.dontFragment()) {
            for (Ipv4Packet piece : Fragments.cut(packet, to.device().mtu())) {
                push(from, to, new EthernetFrame(frame.destination(), frame.source(), piece));
            }
        }
    }

    private void push(@Nullable BridgePort from, BridgePort to, EthernetFrame frame) {
        Device device = to.device();
        trace.leaves(device);
        if (Statistics.length(frame) <= device.mtu() + EthernetFrame.HEADER_LENGTH + VlanTag.LENGTH) {
            filter.leaving(from, to, frame).ifPresent(device::transmit);
        } else {
            trace.tooLong(to, frame);
        }
    }

    /**
     * Up to the host, counted without the Ethernet header, which is off by now (br_pass_frame_up). A bridge that is not in
     * the VLAN itself gets the frame only while somebody captures all.
     */
    private void passUp(BridgePort port, EthernetFrame frame, PacketType type) {
        bridge.statistics().rxPackets++;
        bridge.statistics().rxBytes += Statistics.length(frame) - EthernetFrame.HEADER_LENGTH;
        if (bridge.promiscuity() > 0 || vlans.mayLeave(bridge.memberships(), frame)) {
            EthernetFrame bare = vlans.undress(bridge.memberships(), frame);
            filter.input(port, bare).ifPresent(passed -> bridge.receive(passed, type));
        }
    }
}
