package org.vethlab.net.link;

import java.util.Map;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/**
 * The kinds of device that can be made (IFLA_INFO_KIND) with what each asks for (IFLA_INFO_DATA). Each makes its own
 * device: {@link LinkFactory} does what all have in common.
 */
public sealed interface LinkKind {
    /** The name of a device that was given none: {@code %d} is its number. */
    String namePattern();

    /** The device, not yet known to its namespace (rtnl_link_ops.newlink). @throws NetException if it can't be made */
    Device make(NewDevice site);

    /** A cable with two ends; the second is the peer. */
    record Veth(LinkRequest peer) implements LinkKind {
        @Override
        public String namePattern() {
            return "veth%d";
        }

        @Override
        public Device make(NewDevice site) {
            return new org.vethlab.net.link.Veth(site);
        }
    }

    /** The peer of a veth: no kind of its own. */
    record VethPeer() implements LinkKind {
        @Override
        public String namePattern() {
            return "veth%d";
        }

        @Override
        public Device make(NewDevice site) {
            throw new NetException(Errno.EOPNOTSUPP, "Unknown device type");
        }
    }

    /** A bridge; attributes by the name that {@code ip link … type bridge NAME VALUE} gives them. */
    record Bridge(Map<String, Long> attributes) implements LinkKind {
        @Override
        public String namePattern() {
            return "bridge%d";
        }

        @Override
        public Device make(NewDevice site) {
            return org.vethlab.net.link.Bridge.make(site, attributes);
        }
    }

    /** An 802.1Q or 802.1ad sub-device; {@code protocol} 0x8100 or 0x88a8. */
    record Vlan(int id, int protocol, VlanSettings settings) implements LinkKind {
        @Override
        public String namePattern() {
            return "vlan%d";
        }

        @Override
        public Device make(NewDevice site) {
            return org.vethlab.net.link.Vlan.make(site, this);
        }
    }

    /** A domain of virtual routing and forwarding with its routing table. */
    record Vrf(int table) implements LinkKind {
        @Override
        public String namePattern() {
            return "vrf%d";
        }

        @Override
        public Device make(NewDevice site) {
            return org.vethlab.net.link.Vrf.make(site, table);
        }
    }

    /** A device with an address of its own on another. @param tap for programs of the user instead of the host */
    record Macvlan(MacvlanSettings settings, boolean tap) implements LinkKind {
        @Override
        public String namePattern() {
            return tap ? "macvtap%d" : "macvlan%d";
        }

        @Override
        public Device make(NewDevice site) {
            return org.vethlab.net.link.Macvlan.make(site, settings, tap);
        }
    }

    /** Several devices that work as one. */
    record Bond(BondRequest settings) implements LinkKind {
        @Override
        public String namePattern() {
            return "bond%d";
        }

        @Override
        public Device make(NewDevice site) {
            return org.vethlab.net.link.Bond.make(site, settings);
        }
    }

    /** A virtual Ethernet over UDP. */
    record Vxlan(VxlanRequest settings) implements LinkKind {
        @Override
        public String namePattern() {
            return "vxlan%d";
        }

        @Override
        public Device make(NewDevice site) {
            return org.vethlab.net.link.Vxlan.make(site, settings);
        }
    }

    /** One more device with IP addresses of its own, but the MAC address of the device below. */
    record Ipvlan(Optional<IpvlanMode> mode, Optional<IpvlanIsolation> isolation) implements LinkKind {
        @Override
        public String namePattern() {
            return "ipvlan%d";
        }

        @Override
        public Device make(NewDevice site) {
            return org.vethlab.net.link.Ipvlan.make(site, mode, isolation);
        }
    }

    /** A tunnel through IPv4. @param byIoctl asked for by {@code ip tunnel} */
    record IpTunnel(IpTunnelKind kind, IpTunnelSettings settings, boolean byIoctl) implements LinkKind {
        @Override
        public String namePattern() {
            return kind.text() + "%d";
        }

        @Override
        public Device make(NewDevice site) {
            return org.vethlab.net.link.IpTunnel.make(site, kind, settings, byIoctl);
        }
    }

    /** A device whose far end is a program. */
    record TunTap(org.vethlab.net.link.TunTap.Settings settings) implements LinkKind {
        @Override
        public String namePattern() {
            return settings.tap() ? "tap%d" : "tun%d";
        }

        @Override
        public Device make(NewDevice site) {
            return new org.vethlab.net.link.TunTap(site, settings);
        }
    }

    record Dummy() implements LinkKind {
        @Override
        public String namePattern() {
            return "dummy%d";
        }

        @Override
        public Device make(NewDevice site) {
            return new org.vethlab.net.link.Dummy(site);
        }
    }

    record Ifb() implements LinkKind {
        @Override
        public String namePattern() {
            return "ifb%d";
        }

        @Override
        public Device make(NewDevice site) {
            return new org.vethlab.net.link.Ifb(site);
        }
    }
}
