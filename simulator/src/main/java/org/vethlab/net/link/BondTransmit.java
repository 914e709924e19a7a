package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.IpPayload;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Ipv6Packet;
import org.vethlab.wire.TcpSegment;
import org.vethlab.wire.UdpDatagram;

/** By which port a bond sends a frame (bond_start_xmit). */
final class BondTransmit {
    private final Bond bond;
    private long sent;

    BondTransmit(Bond bond) {
        this.bond = bond;
    }

    /** @return false if no port can take it, or the port refuses */
    boolean send(EthernetFrame frame) {
        return switch (bond.options().mode()) {
            case BALANCE_RR -> sendBy(roundRobin(), frame);
            case ACTIVE_BACKUP, BALANCE_TLB, BALANCE_ALB ->
                sendBy(bond.selection().current().orElse(null), frame);
            case BALANCE_XOR, LACP -> sendBy(hashed(frame), frame);
            case BROADCAST -> sendByAll(frame);
        };
    }

    private boolean sendBy(@Nullable BondPort port, EthernetFrame frame) {
        if (port == null) {
            bond.statistics().txDropped++;
            LinkTrace.noPort(bond, frame);
            return true;
        }
        LinkTrace.chosen(bond, port.device(), frame);
        return port.device().transmit(frame);
    }

    private boolean sendByAll(EthernetFrame frame) {
        boolean any = false;
        for (BondPort port : bond.ports()) {
            if (port.device().isUp() && port.link() == BondPort.Link.UP) {
                any |= port.device().transmit(frame);
            }
        }
        bond.statistics().txDropped += any ? 0 : 1;
        return any;
    }

    /** The next port in turn, after so many frames as packets_per_slave says; one that can't is passed over. */
    private @Nullable BondPort roundRobin() {
        List<BondPort> ports = bond.ports();
        if (ports.isEmpty()) {
            return null;
        }
        long each = Math.max(1, bond.options().get(BondOption.PACKETS_PER_SLAVE));
        int first = (int) (++sent / each % ports.size());
        for (int i = 0; i < ports.size(); i++) {
            BondPort port = ports.get((first + i) % ports.size());
            if (port.canTransmit()) {
                return port;
            }
        }
        return null;
    }

    private @Nullable BondPort hashed(EthernetFrame frame) {
        List<BondPort> usable = new ArrayList<>();
        for (BondPort port : bond.ports()) {
            if (port.canTransmit()) {
                usable.add(port);
            }
        }
        return usable.isEmpty() ? null : usable.get(Integer.remainderUnsigned(hash(frame), usable.size()));
    }

    /** bond_xmit_hash: by the Ethernet header alone, or by addresses, or by addresses and ports. */
    private int hash(EthernetFrame frame) {
        int ethernet = (int) (frame.destination().bits() & 0xff)
                ^ (int) (frame.source().bits() & 0xff)
                ^ frame.payload().etherType();
        return switch (bond.options().text(BondOption.XMIT_HASH_POLICY)) {
            case "layer2+3", "encap2+3" -> fold(ethernet ^ addresses(frame));
            case "layer3+4", "encap3+4" -> fold(ports(frame) ^ addresses(frame)) >>> 1;
            default -> ethernet;
        };
    }

    private static int fold(int hash) {
        int folded = hash ^ hash >>> 16;
        return folded ^ folded >>> 8;
    }

    private static int addresses(EthernetFrame frame) {
        if (frame.payload() instanceof Ipv4Packet packet) {
            return packet.source().bits() ^ packet.destination().bits();
        }
        return frame.payload() instanceof Ipv6Packet packet
                ? packet.source().hashCode() ^ packet.destination().hashCode()
                : 0;
    }

    private static int ports(EthernetFrame frame) {
        IpPayload payload =
                frame.payload() instanceof Ipv4Packet packet && !packet.isFragment() ? packet.payload() : null;
        if (payload instanceof UdpDatagram udp) {
            return udp.sourcePort() << 16 | udp.destinationPort();
        }
        return payload instanceof TcpSegment tcp ? tcp.sourcePort() << 16 | tcp.destinationPort() : 0;
    }
}
