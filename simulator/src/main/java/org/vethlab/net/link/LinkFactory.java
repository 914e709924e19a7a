package org.vethlab.net.link;

import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;

/** Makes devices of each kind (rtnl_newlink and the kinds' newlink). */
final class LinkFactory {
    private static final int ETHERNET_MTU = 1500;

    private final Namespace namespace;

    LinkFactory(Namespace namespace) {
        this.namespace = namespace;
    }

    Device create(LinkRequest request) {
        Namespace target = request.target().orElse(namespace);
        LinkKind kind = request.kind();
        checkAddress(request);
        if (kind instanceof LinkKind.Veth veth) {
            return createVeth(target, request, veth.peer());
        }
        String name = DeviceNames.choose(target.devices(), request.name().orElse(defaultName(kind)));
        Device device = build(kind, target, name, request);
        request.mtu().ifPresent(mtu -> Links.checkMtu(mtu, device.minMtu(), device.maxMtu()));
        register(device, request);
        return device;
    }

    private static String defaultName(LinkKind kind) {
        if (kind instanceof LinkKind.Bridge) {
            return "bridge%d";
        }
        return kind instanceof LinkKind.Vlan ? "vlan%d" : "dummy%d";
    }

    private Device build(LinkKind kind, Namespace target, String name, LinkRequest request) {
        MacAddress address = request.address().orElseGet(namespace.world()::randomAddress);
        if (kind instanceof LinkKind.Bridge wanted) {
            Bridge bridge = new Bridge(target, chooseIndex(target, request), name, address);
            request.address().ifPresent(bridge::takeAddress);
            bridge.change(wanted.attributes());
            return bridge;
        }
        if (kind instanceof LinkKind.Dummy) {
            return new Dummy(target, chooseIndex(target, request), name, address, ETHERNET_MTU);
        }
        if (kind instanceof LinkKind.Vlan wanted) {
            return vlan(wanted, target, name, request);
        }
        throw new NetException(Errno.EOPNOTSUPP, "Unknown device type");
    }

    private static Vlan vlan(LinkKind.Vlan wanted, Namespace target, String name, LinkRequest request) {
        Device parent = Vlan.checkParent(request.lower(), wanted.id(), wanted.protocol());
        int index = chooseIndex(target, request);
        Vlan vlan = new Vlan(target, index, name, parent, wanted.id(), wanted.protocol());
        request.address().ifPresent(vlan::takeAddress);
        return vlan;
    }

    /** The peer is made first, so it has the lower index; it lives in the caller's namespace unless told otherwise. */
    private Device createVeth(Namespace target, LinkRequest request, LinkRequest peerRequest) {
        checkAddress(peerRequest);
        checkVethMtu(request);
        checkVethMtu(peerRequest);
        Namespace peerHome = peerRequest.target().orElse(namespace);
        Veth peer = veth(peerHome, peerRequest);
        register(peer, peerRequest);
        Veth device;
        try {
            device = veth(target, request);
        } catch (NetException e) {
            peerHome.links().delete(peer);
            throw e;
        }
        device.connect(peer);
        register(device, request);
        return device;
    }

    private Veth veth(Namespace home, LinkRequest request) {
        String name = DeviceNames.choose(home.devices(), request.name().orElse("veth%d"));
        int index = chooseIndex(home, request);
        return new Veth(home, index, name, request.address().orElseGet(namespace.world()::randomAddress), ETHERNET_MTU);
    }

    private static int chooseIndex(Namespace home, LinkRequest request) {
        if (request.index().isEmpty()) {
            return home.devices().newIndex();
        }
        int index = request.index().getAsInt();
        if (home.devices().byIndex(index).isPresent()) {
            throw new NetException(Errno.EEXIST);
        }
        return index;
    }

    /** All kinds want the address of one station (is_valid_ether_addr). */
    private static void checkAddress(LinkRequest request) {
        if (request.address()
                .filter(address -> address.isGroup() || address.equals(MacAddress.ZERO))
                .isPresent()) {
            throw new NetException(Errno.EADDRNOTAVAIL);
        }
    }

    /** veth looks itself before the general check, and has no words for it (veth_validate). */
    private static void checkVethMtu(LinkRequest request) {
        int mtu = request.mtu().orElse(ETHERNET_MTU);
        if (mtu < Device.MIN_MTU || mtu > Device.MAX_MTU) {
            throw new NetException(Errno.EINVAL);
        }
    }

    private void register(Device device, LinkRequest request) {
        if (DeviceNames.isReserved(device.name())) {
            throw new NetException(Errno.EINVAL);
        }
        request.mtu().ifPresent(device::takeMtu);
        request.queueLength().ifPresent(device.attributes()::queueLength);
        Links links = device.namespace().links();
        links.register(device);
        device.created();
        if (request.master().isPresent()) {
            links.setMaster(device, request.master());
        }
        if (request.up()) {
            links.setUp(device);
        }
    }
}
