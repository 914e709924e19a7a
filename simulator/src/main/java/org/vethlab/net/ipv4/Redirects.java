package org.vethlab.net.ipv4;

import java.util.Optional;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Sysctls;
import org.vethlab.net.link.Device;
import org.vethlab.net.neigh.Neighbour;
import org.vethlab.net.neigh.Neighbours;
import org.vethlab.net.route.FlowKey;
import org.vethlab.net.route.RouteResult;
import org.vethlab.net.route.RouteType;
import org.vethlab.net.sysctl.Ipv4Conf;

/** Which redirects are believed (__ip_do_redirect of net/ipv4/route.c). */
final class Redirects {
    private final Ipv4 stack;

    Redirects(Ipv4 stack) {
        this.stack = stack;
    }

    /**
     * A gateway says that another one is nearer. Surprising: the first such message only makes the host ask for the new
     * gateway's MAC address; the way changes with the next one, when that address is known.
     */
    void accept(Ipv4Address from, Ipv4Address newGateway, FlowKey about) {
        RouteResult route = stack.routing().lookup(about);
        if (route.error().isPresent()
                || route.device().isEmpty()
                || !route.gateway().equals(Optional.of(from))) {
            return;
        }
        Device device = route.device().get();
        if (newGateway.equals(from) || isNoHost(newGateway) || !accepts(device, from, newGateway)) {
            return;
        }
        Neighbour neighbour =
                stack.namespace().neighbours().table(Neighbours.IPV4).get(device, newGateway);
        if (neighbour.state().isValid()) {
            stack.routing().learnRedirect(about, newGateway);
        } else {
            neighbour.use(Optional.empty());
        }
    }

    private static boolean isNoHost(Ipv4Address gateway) {
        return gateway.isMulticast() || gateway.isBroadcast() || gateway.isZeronet();
    }

    private boolean accepts(Device device, Ipv4Address from, Ipv4Address newGateway) {
        Sysctls sysctls = stack.namespace().sysctls();
        if (!sysctls.isOn(device, Ipv4Conf.ACCEPT_REDIRECTS)) {
            return false;
        }
        if (sysctls.isOn(device, Ipv4Conf.SHARED_MEDIA)) {
            return stack.routing().addressType(newGateway) == RouteType.UNICAST;
        }
        boolean onlyKnown = sysctls.isOn(device, Ipv4Conf.SECURE_REDIRECTS);
        return stack.sources().onLink(device, newGateway, from)
                && !(onlyKnown && !stack.routing().isGateway(newGateway, device));
    }
}
