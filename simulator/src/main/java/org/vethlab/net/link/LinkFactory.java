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
        if (kind instanceof LinkKind.IpTunnel tunnel) {
            namespace.world().tunnelModules().load(tunnel.kind());
        }
        if (kind instanceof LinkKind.Veth veth) {
            return createVeth(target, request, veth.peer());
        }
        String name = DeviceNames.choose(target.devices(), request.name().orElse(kind.namePattern()));
        Device device = kind.make(new NewDevice(namespace, target, name, request));
        request.mtu().ifPresent(mtu -> Links.checkMtu(mtu, device.minMtu(), device.maxMtu()));
        register(device, request);
        return device;
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

    private static Veth veth(Namespace home, LinkRequest request) {
        String name = DeviceNames.choose(home.devices(), request.name().orElse("veth%d"));
        return new Veth(new NewDevice(home, home, name, request));
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
        device.provenance().created(request);
        Links links = device.namespace().links();
        links.register(device);
        device.created();
        try {
            configure(device, request);
        } catch (NetException e) {
            links.delete(device);
            throw e;
        }
    }

    /** A device that can't be set up as it was asked for is not made at all (rtnl_newlink_create). */
    private static void configure(Device device, LinkRequest request) {
        Links links = device.namespace().links();
        if (request.master().isPresent()) {
            links.setMaster(device, request.master());
        }
        if (request.up()) {
            links.setUp(device);
        }
    }
}
