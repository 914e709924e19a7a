package org.vethlab.program.ip;

import static org.vethlab.program.Keywords.word;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Bridge;
import org.vethlab.net.link.BridgePort;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PortFlag;
import org.vethlab.net.link.VlanMemberships;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Keywords;

/** {@code bridge vlan add} and {@code delete}. Words that mean nothing are passed over. */
final class VlanModify {
    private static final Keywords<VlanModify> KEYWORDS = Keywords.of(
            word("dev", vlan -> vlan.device = Optional.of(vlan.words.next())),
            word("vid", vlan -> vlan.range = Optional.of(VlanRange.read(vlan.words.next()))),
            word("self", vlan -> vlan.self = true),
            word("master", vlan -> vlan.master = true),
            word("pvid", vlan -> vlan.pvid = true),
            word("untagged", vlan -> vlan.untagged = true),
            word("tunnel_info", vlan -> vlan.tunnel = Optional.of(VlanTunnels.parse(vlan.words))));

    private final IpContext ip;
    private final boolean adds;
    private Arguments words = new Arguments(List.of());
    private Optional<String> device = Optional.empty();
    private Optional<VlanRange> range = Optional.empty();
    private Optional<VlanRange> tunnel = Optional.empty();
    private boolean self;
    private boolean master;
    private boolean pvid;
    private boolean untagged;

    VlanModify(IpContext ip, boolean adds) {
        this.ip = ip;
        this.adds = adds;
    }

    int run(Arguments arguments) {
        words = arguments;
        while (words.hasNext()) {
            String word = words.next();
            if (!KEYWORDS.take(word, this) && Arguments.matches(word, "help")) {
                words.next();
            }
        }
        VlanRange ids = range.filter(read -> read.first() != -1).orElse(VlanRange.single(-1));
        if (device.isEmpty() || ids.first() == -1) {
            return ip.fail(CommandException.USAGE, "Device and VLAN ID are required arguments.");
        }
        Device found = BridgeDevices.findBridge(ip, device.get());
        ids.check();
        if (ids.isRange() && pvid) {
            return ip.fail(CommandException.USAGE, "pvid cannot be configured for a vlan range");
        }
        change(found, ids);
        return 0;
    }

    /** Without {@code self} the device's master is asked (rtnl_bridge_setlink), with it the device: only a bridge obeys. */
    private void change(Device found, VlanRange ids) {
        if (master || !self) {
            BridgePort port = port(found);
            change(port.memberships(), ids, Optional.of(port));
        }
        if (self && !(found instanceof Bridge)) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        if (self && found instanceof Bridge bridge) {
            change(bridge.memberships(), ids, Optional.empty());
        }
    }

    private static BridgePort port(Device device) {
        return device.master()
                .filter(Bridge.class::isInstance)
                .map(Bridge.class::cast)
                .flatMap(bridge -> bridge.port(device))
                .orElseThrow(() -> new NetException(Errno.EOPNOTSUPP));
    }

    private void change(VlanMemberships vlans, VlanRange ids, Optional<BridgePort> port) {
        if (tunnel.isPresent()) {
            changeTunnels(vlans, ids, tunnel.get(), port);
            return;
        }
        VlanMemberships.checkId(ids.first());
        VlanMemberships.checkId(ids.last());
        for (int id = ids.first(); id <= ids.last(); id++) {
            if (adds) {
                vlans.add(id, pvid, untagged);
            } else {
                vlans.delete(id);
            }
        }
    }

    /** Only a port with vlan_tunnel on has tunnels (br_afspec), as many as VLANs. */
    private void changeTunnels(VlanMemberships vlans, VlanRange ids, VlanRange tunnels, Optional<BridgePort> port) {
        boolean wrongRange = ids.last() - ids.first() != tunnels.last() - tunnels.first();
        if (port.filter(at -> at.has(PortFlag.VLAN_TUNNEL)).isEmpty() || wrongRange) {
            throw new NetException(Errno.EINVAL);
        }
        for (int id = ids.first(); id <= ids.last(); id++) {
            int number = tunnels.first() + id - ids.first();
            vlans.setTunnel(id, adds ? OptionalInt.of(number) : OptionalInt.empty());
        }
    }
}
