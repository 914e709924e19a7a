package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.link.Device;

/**
 * One way to leave for a route's destination (struct fib_nh).
 *
 * @param device empty for blackhole and its kin, or, in a request, where the gateway's route shall say it
 * @param weight 1 to 256
 * @param onLink RTNH_F_ONLINK: the gateway is a neighbour, whatever the addresses say
 * @param realm RTA_FLOW, 0 for none
 * @param scope of the gateway, found out when the route is made: LINK for a true gateway, HOST for a destination that is
 *     itself a neighbour or whose gateway is an own address, NOWHERE for local routes
 * @param dead RTNH_F_DEAD: the device is down
 * @param linkDown RTNH_F_LINKDOWN: the device has no carrier
 */
public record NextHop(
        Optional<Device> device,
        Optional<IpAddress> gateway,
        int weight,
        boolean onLink,
        int realm,
        Scope scope,
        boolean dead,
        boolean linkDown) {
    /** As a request says it. */
    public NextHop(Optional<Device> device, Optional<IpAddress> gateway, int weight, boolean onLink) {
        this(device, gateway, weight, onLink, 0, Scope.GLOBAL, false, false);
    }

    /** Straight out of a device. */
    public static NextHop over(Device device) {
        return new NextHop(Optional.of(device), Optional.empty(), 1, false);
    }

    public static NextHop via(Ipv4Address gateway) {
        return new NextHop(Optional.empty(), Optional.of(gateway), 1, false);
    }

    public static NextHop via(Ipv4Address gateway, Device device) {
        return new NextHop(Optional.of(device), Optional.of(gateway), 1, false);
    }

    /** The gateway, if packets are really handed to it: one that is an own address is not. */
    public Optional<Ipv4Address> usedGateway() {
        return scope.equals(Scope.LINK) && gateway.orElse(null) instanceof Ipv4Address address
                ? Optional.of(address)
                : Optional.empty();
    }

    public boolean leavesBy(Device other) {
        return device.isPresent() && device.get() == other;
    }

    public NextHop resolved(Device newDevice, Scope newScope) {
        return new NextHop(
                Optional.of(newDevice), gateway, weight, onLink, realm, newScope, dead, !newDevice.hasCarrier());
    }

    public NextHop withState(boolean newDead, boolean newLinkDown) {
        return new NextHop(device, gateway, weight, onLink, realm, scope, newDead, newLinkDown);
    }

    NextHop withWeight(int newWeight) {
        return new NextHop(device, gateway, newWeight, onLink, realm, scope, dead, linkDown);
    }

    /** Whether a route with this next hop is a duplicate of one with the other (nh_comp): states do not count. */
    boolean sameAs(NextHop other) {
        return device.equals(other.device)
                && gateway.equals(other.gateway)
                && weight == other.weight
                && onLink == other.onLink
                && realm == other.realm
                && scope.equals(other.scope);
    }
}
