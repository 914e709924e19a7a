package org.vethlab.net.link;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.neigh.NudState;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.ArpPacket.Operation;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Payload;
import org.vethlab.wire.VlanTag;

/**
 * Answers ARP requests in place of stations that the bridge's own neighbour table knows, for ports with proxy_arp,
 * proxy_arp_wifi or neigh_suppress (net/bridge/br_arp_nd_proxy.c).
 */
final class BridgeProxyArp {
    private static final Set<NudState> VALID = EnumSet.of(
            NudState.PERMANENT, NudState.NOARP, NudState.REACHABLE, NudState.PROBE, NudState.STALE, NudState.DELAY);

    private final Bridge bridge;

    BridgeProxyArp(Bridge bridge) {
        this.bridge = bridge;
    }

    /** What the bridge does about a request: whom it keeps the request from, and what it answers. */
    record Verdict(boolean suppressed, Optional<EthernetFrame> answer) {
        static final Verdict NONE = new Verdict(false, Optional.empty());
        static final Verdict SUPPRESSED = new Verdict(true, Optional.empty());
    }

    /** br_do_proxy_suppress_arp. @param port by which the frame came; null if this host sends it */
    Verdict judge(@Nullable BridgePort port, EthernetFrame frame, int vlan) {
        Payload inner = vlan != 0 && frame.payload() instanceof VlanTag tag ? tag.payload() : frame.payload();
        if (!(inner instanceof ArpPacket arp) || !isUsed()) {
            return Verdict.NONE;
        }
        boolean suppresses = anyPort(PortFlag.NEIGH_SUPPRESS);
        if (arp.targetAddress().isLoopback() || arp.targetAddress().isMulticast()) {
            return Verdict.NONE;
        }
        if (suppresses && port != null && port.has(PortFlag.NEIGH_SUPPRESS)) {
            return Verdict.NONE;
        }
        if (suppresses
                && (arp.senderAddress().isZeronet() || arp.senderAddress().equals(arp.targetAddress()))) {
            return Verdict.SUPPRESSED;
        }
        Optional<Device> device = deviceOf(vlan);
        if (arp.operation() != Operation.REQUEST || device.isEmpty()) {
            return Verdict.NONE;
        }
        if (suppresses && isOwn(device.get(), arp.targetAddress())) {
            return Verdict.SUPPRESSED;
        }
        return answer(port, arp, vlan, device.get(), suppresses);
    }

    private boolean isUsed() {
        return anyPort(PortFlag.NEIGH_SUPPRESS) || anyPort(PortFlag.PROXY_ARP) || anyPort(PortFlag.PROXY_ARP_WIFI);
    }

    private boolean anyPort(PortFlag flag) {
        for (int i = 0; i < bridge.ports().size(); i++) {
            if (bridge.ports().get(i).has(flag)) {
                return true;
            }
        }
        return false;
    }

    /** In a VLAN the neighbours are those of the VLAN device on the bridge. */
    private Optional<Device> deviceOf(int vlan) {
        if (vlan == 0) {
            return Optional.of(bridge);
        }
        return bridge.vlanGroup().find(bridge.vlanProtocol(), vlan).map(found -> found);
    }

    private static boolean isOwn(Device device, Ipv4Address address) {
        return device.namespace().ipv4().addresses().of(device).stream()
                .anyMatch(own -> own.local().equals(address));
    }

    private Verdict answer(@Nullable BridgePort port, ArpPacket arp, int vlan, Device device, boolean suppresses) {
        Optional<Neighbour> neighbour =
                device.namespace().neighbours().table(Neighbours.IPV4).find(device, arp.targetAddress());
        Optional<MacAddress> mac =
                neighbour.filter(known -> VALID.contains(known.state())).flatMap(Neighbour::mac);
        ForwardingEntry entry = mac.isEmpty() ? null : bridge.forwarding().lookup(mac.get(), vlan);
        if (mac.isEmpty() || entry == null) {
            return Verdict.NONE;
        }
        boolean answers = port != null && port.has(PortFlag.PROXY_ARP)
                || entry.port()
                        .filter(behind -> behind.has(PortFlag.PROXY_ARP_WIFI) || behind.has(PortFlag.NEIGH_SUPPRESS))
                        .isPresent();
        if (!answers) {
            return new Verdict(suppresses, Optional.empty());
        }
        Payload reply = arp.reply(mac.get());
        Payload tagged = vlan == 0 ? reply : new VlanTag(bridge.vlanProtocol(), 0, vlan, reply);
        return new Verdict(true, Optional.of(new EthernetFrame(arp.senderMac(), mac.get(), tagged)));
    }
}
