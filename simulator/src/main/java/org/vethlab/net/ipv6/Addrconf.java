package org.vethlab.net.ipv6;

import java.util.Optional;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.DeviceListener;
import org.vethlab.net.link.LinkWatch;
import org.vethlab.net.link.Vrf;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.net.sysctl.Ipv6ConfListener;

/** Gives devices their link-local addresses as they come up (net/ipv6/addrconf.c). */
final class Addrconf implements DeviceListener, Ipv6ConfListener {
    private static final long LINK_LOCAL = 0xfe80_0000_0000_0000L;

    /** The least MTU that IPv6 works with (RFC 8200, 5). */
    private static final int LEAST_MTU = 1280;

    private static final int EUI64 = 0;
    private static final int NONE = 1;
    private static final int LINK_LOCAL_LENGTH = 64;

    private final Ipv6 ipv6;

    Addrconf(Ipv6 ipv6) {
        this.ipv6 = ipv6;
    }

    @Override
    public void registered(Device device) {
        if (!device.has(DeviceFlag.LOOPBACK)) {
            watch(device).patience(now(device));
        }
        if (device.mtu() >= LEAST_MTU) {
            ipv6.attach(device);
        }
    }

    private static LinkWatch watch(Device device) {
        return device.namespace().world().linkWatch();
    }

    private static long now(Device device) {
        return device.namespace().world().clock().now();
    }

    @Override
    public void unregistered(Device device) {
        ipv6.find(device).ifPresent(found -> found.shutDown(false));
        ipv6.detach(device);
    }

    @Override
    public void up(Device device) {
        ipv6.find(device).filter(found -> !found.isDisabled()).ifPresent(found -> {
            found.restoreRoutes();
            if (LinkWatch.mayWait(device) && device.hasCarrier()) {
                configureLater(found, watch(device).patience(now(device)));
            } else {
                configure(found);
            }
        });
    }

    /** Surprising: one end of a new cable gets its address up to a second after the other. */
    private void configureLater(Ipv6Device found, long patience) {
        found.await(true);
        found.clock().after(patience, () -> {
            found.await(false);
            if (ipv6.find(found.device()).equals(Optional.of(found)) && !found.isReady() && !found.isDisabled()) {
                configure(found);
            }
        });
    }

    @Override
    public void down(Device device) {
        ipv6.find(device).filter(found -> !found.isDisabled()).ifPresent(found -> found.shutDown(true));
    }

    /** Carrier came or went. When it comes back, switches may be others: the groups are reported anew. */
    @Override
    public void changed(Device device) {
        Optional<Ipv6Device> found = ipv6.find(device).filter(one -> device.isUp() && !one.isDisabled());
        if (found.isEmpty() || !device.isReadyForTraffic()) {
            return;
        }
        if (found.get().isReady()) {
            found.get().groups().up();
            return;
        }
        if (found.get().isAwaited()) {
            return;
        }
        configure(found.get());
    }

    /** Below 1280 bytes there is no IPv6 on a device; above, it begins anew. */
    @Override
    public void mtuChanged(Device device) {
        if (device.mtu() < LEAST_MTU) {
            unregistered(device);
        } else if (ipv6.find(device).isEmpty()) {
            registered(device);
            if (device.isUp()) {
                up(device);
            }
        }
        device.namespace().sysctls().ipv6(device, Ipv6Conf.MTU, device.mtu());
    }

    @Override
    public void changed(Device device, Ipv6Conf conf) {
        if (conf == Ipv6Conf.FORWARDING) {
            ipv6.find(device).ifPresent(Ipv6Device::routerChanged);
        }
        if (conf == Ipv6Conf.DISABLE_IPV6 && device.isUp()) {
            if (device.namespace().sysctls().ipv6(device, conf) != 0) {
                ipv6.find(device).ifPresent(found -> found.shutDown(false));
                ipv6.routing().down(device);
                device.namespace().neighbours().forget(Neighbours.IPV6, device);
            } else {
                up(device);
            }
        }
        if (conf == Ipv6Conf.ADDR_GEN_MODE && device.isUp()) {
            ipv6.find(device).filter(Ipv6Device::isReady).ifPresent(this::addAutomatic);
        }
    }

    /** Ports of bonds leave it to the bond, VRFs to their ports. */
    private static boolean speaks(Device device) {
        return !device.has(DeviceFlag.SLAVE) && !(device instanceof Vrf);
    }

    private void configure(Ipv6Device found) {
        if (speaks(found.device()) && found.device().isReadyForTraffic()) {
            found.groups().up();
            if (!found.isLoopback()) {
                ipv6.addressRoutes().addMulticast(found.device());
            }
            addAutomatic(found);
            found.becomeReady();
        }
    }

    private void addAutomatic(Ipv6Device found) {
        if (found.isLoopback()) {
            add(found, Ipv6Address.LOOPBACK, 128);
        } else if (found.conf(Ipv6Conf.ADDR_GEN_MODE) != NONE) {
            add(found, linkLocal(found), LINK_LOCAL_LENGTH);
        }
    }

    /** From the MAC address, or (stable privacy, random) from nothing that a neighbour could know. */
    private static Ipv6Address linkLocal(Ipv6Device found) {
        Ipv6Address fromMac = new Ipv6Address(LINK_LOCAL, found.device().interfaceIdentifier());
        if (found.conf(Ipv6Conf.ADDR_GEN_MODE) == EUI64) {
            return fromMac;
        }
        return new Ipv6Address(fromMac.high(), found.random(Long.MAX_VALUE));
    }

    private void add(Ipv6Device found, Ipv6Address address, int length) {
        if (found.isDisabled() || found.find(address).isPresent()) {
            return;
        }
        Ipv6AddressRequest request = Ipv6AddressRequest.of(found.device(), address, length);
        found.add(new Ipv6InterfaceAddress(request, found.clock().now()));
    }
}
