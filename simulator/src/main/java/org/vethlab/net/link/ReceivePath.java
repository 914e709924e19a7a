package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.filter.Family;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.VlanTag;

/** The way of a frame that a device has received: netfilter, its VLAN, its handler, its namespace (__netif_receive_skb_core). */
final class ReceivePath {
    private final Device device;
    private Optional<ReceiveHandler> handler = Optional.empty();

    ReceivePath(Device device) {
        this.device = device;
    }

    /** Who takes the frames before the namespace does (rx_handler): a bridge, a bond, a macvlan. */
    Optional<ReceiveHandler> handler() {
        return handler;
    }

    void handler(Optional<ReceiveHandler> newHandler) {
        handler = newHandler;
    }

    void pass(EthernetFrame frame, PacketType type) {
        Namespace namespace = device.namespace();
        if (namespace.netfilter().watches(Family.NETDEV)
                && !namespace.netfilter().ingress(device, type, frame)) {
            return;
        }
        if (frame.payload() instanceof VlanTag tag) {
            Optional<Vlan> vlan = device.vlanGroup().find(tag.tpid(), tag.id());
            if (vlan.isPresent()) {
                vlan.get().receiveTagged(frame, tag, type);
                return;
            }
        }
        if (handler.isPresent() && handler.get().handle(frame, type)) {
            return;
        }
        namespace.sockets().taken(device, type, frame);
        namespace.receive(device, type, frame);
    }
}
