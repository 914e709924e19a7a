package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Sysctls;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.route.Scope;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.wire.ArpPacket;
import org.vethlab.wire.ArpPacket.Operation;

/** What the sysctls say about ARP: whom to answer, and whom to believe (Documentation/networking/ip-sysctl.rst). */
final class ArpAnswers {
    private final Sysctls sysctls;
    private final Ipv4 stack;

    ArpAnswers(Sysctls sysctls, Ipv4 stack) {
        this.sysctls = sysctls;
        this.stack = stack;
    }

    /**
     * arp_ignore. Surprising: 0, the default, answers on any device for any address of the host; 4 to 7 are reserved and
     * do the same.
     */
    boolean isIgnored(Device device, Ipv4Address sender, Ipv4Address target) {
        return switch (sysctls.ipv4(device, Ipv4Conf.ARP_IGNORE)) {
            case 1 ->
                stack.sources()
                        .confirm(Optional.of(device), Ipv4Address.ANY, target, Scope.HOST)
                        .isEmpty();
            case 2 ->
                stack.sources()
                        .confirm(Optional.of(device), sender, target, Scope.HOST)
                        .isEmpty();
            case 3 ->
                stack.sources()
                        .confirm(Optional.empty(), Ipv4Address.ANY, target, Scope.LINK)
                        .isEmpty();
            case 8 -> true;
            default -> false;
        };
    }

    /** arp_filter: no answer on a device by which the asker would not be answered. */
    boolean isFiltered(Device device, Ipv4Address sender, Ipv4Address target) {
        if (!sysctls.isOn(device, Ipv4Conf.ARP_FILTER)) {
            return false;
        }
        RouteResult back = stack.routing()
                .lookup(new FlowKey(sender, Optional.of(target), Optional.empty(), Optional.empty(), 0, 0));
        return back.error().isPresent() || !back.device().equals(Optional.of(device));
    }

    /** proxy_arp answers for what lies behind another device, proxy_arp_pvlan for what lies behind the same (RFC 3069). */
    boolean isProxied(Device device, RouteResult route, Ipv4Address sender, Ipv4Address target) {
        if (route.device().equals(Optional.of(device))) {
            return !sender.equals(target) && sysctls.isOn(device, Ipv4Conf.PROXY_ARP_PVLAN);
        }
        return sysctls.isOn(device, Ipv4Conf.PROXY_ARP) && isOtherMedium(device, route);
    }

    /** medium_id: devices with the same one are on the same medium; 0 is one of its own, -1 none. */
    private boolean isOtherMedium(Device device, RouteResult route) {
        int medium = sysctls.ipv4(device, Ipv4Conf.MEDIUM_ID);
        if (medium == 0 || medium == -1) {
            return medium == 0;
        }
        int other =
                route.device().map(out -> sysctls.ipv4(out, Ipv4Conf.MEDIUM_ID)).orElse(-1);
        return other != medium && other != -1;
    }

    /** arp_accept: 1 learns from whoever speaks unasked, 2 only from neighbours in the device's subnets. */
    boolean acceptsUnasked(Device device, Ipv4Address sender) {
        return switch (sysctls.ipv4(device, Ipv4Conf.ARP_ACCEPT)) {
            case 1 -> true;
            case 2 -> stack.sources().onLink(device, sender, Ipv4Address.ANY);
            default -> false;
        };
    }

    /** Somebody tells all where he is: his own address is the one asked for (arp_is_garp). */
    boolean isGratuitous(Device device, ArpPacket packet) {
        boolean aboutItself = packet.senderAddress().equals(packet.targetAddress());
        boolean sameMac =
                packet.operation() == Operation.REQUEST || packet.targetMac().equals(packet.senderMac());
        return aboutItself
                && sameMac
                && stack.routing().addressTypeAt(device, packet.senderAddress()) == RouteType.UNICAST;
    }
}
