package org.vethlab.net.route;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.link.Device;

/** The old way to routes: SIOCADDRT and SIOCDELRT (ip_rt_ioctl of net/ipv4/fib_frontend.c). */
public final class RouteIoctls {
    private final Namespace namespace;
    private final Routing routing;

    public RouteIoctls(Namespace namespace) {
        this.namespace = namespace;
        this.routing = namespace.ipv4().routing();
    }

    /**
     * What a program asks for (struct rtentry).
     *
     * @param host RTF_HOST: the mask does not count
     * @param gateway RTF_GATEWAY
     * @param metric as said, without the 1 that the structure adds
     * @param device a name, or a label: then its address becomes the route's source
     */
    public record Entry(
            Ipv4Address destination,
            boolean host,
            Ipv4Address mask,
            Optional<Ipv4Address> gateway,
            OptionalLong metric,
            Optional<String> device,
            boolean reject,
            RouteMetrics metrics) {}

    /** Comes in front of its equals, unless it is there already. @throws NetException without extended text */
    public void add(Entry entry) {
        Ipv4Prefix destination = destination(entry);
        if (entry.reject()) {
            add(entry, destination, RouteType.UNREACHABLE, Scope.HOST, Optional.empty(), List.of());
            return;
        }
        Optional<Device> device = entry.device().map(this::device);
        if (entry.gateway().filter(Ipv4Address::isUnspecified).isPresent()) {
            throw new NetException(Errno.EINVAL);
        }
        NextHop hop = new NextHop(device, entry.gateway().map(address -> address), 1, false);
        Optional<Ipv4Address> source = entry.device().flatMap(this::sourceOfLabel);
        add(entry, destination, RouteType.UNICAST, scope(entry).orElse(Scope.LINK), source, List.of(hop));
    }

    private void add(
            Entry entry,
            Ipv4Prefix destination,
            RouteType type,
            Scope scope,
            Optional<Ipv4Address> source,
            List<NextHop> hops) {
        routing.add(
                Routing.Mode.PREPEND,
                new Route(
                        type,
                        destination,
                        Routing.TABLE_MAIN,
                        0,
                        entry.metric().orElse(0),
                        RouteProtocol.BOOT,
                        scope,
                        source,
                        hops,
                        entry.metrics()));
    }

    /** @throws NetException ESRCH */
    public void delete(Entry entry) {
        Ipv4Prefix destination = destination(entry);
        routing.delete(new RouteMatch(
                destination,
                Routing.TABLE_MAIN,
                0,
                entry.metric(),
                OptionalInt.empty(),
                Optional.of(entry.reject() ? RouteType.UNREACHABLE : RouteType.UNICAST),
                entry.reject() ? Optional.of(Scope.HOST) : scope(entry),
                entry.reject() ? Optional.empty() : entry.device().map(this::device),
                entry.reject() ? Optional.empty() : entry.gateway().filter(address -> !address.isUnspecified()),
                entry.device().flatMap(this::sourceOfLabel),
                List.of(),
                RouteMetrics.NONE,
                0));
    }

    /** A gateway that is no address of this host makes the scope global. */
    private Optional<Scope> scope(Entry entry) {
        return entry.gateway()
                .filter(gateway -> !gateway.isUnspecified())
                .filter(gateway -> routing.addressType(gateway, Routing.TABLE_MAIN) == RouteType.UNICAST)
                .map(gateway -> Scope.GLOBAL);
    }

    private static Ipv4Prefix destination(Entry entry) {
        if (entry.host()) {
            return Ipv4Prefix.host(entry.destination());
        }
        int length = Integer.bitCount(entry.mask().bits());
        boolean contiguous = Ipv4Prefix.mask(length) == entry.mask().bits();
        if (!contiguous || (entry.destination().bits() & ~entry.mask().bits()) != 0) {
            throw new NetException(Errno.EINVAL);
        }
        return new Ipv4Prefix(entry.destination(), length);
    }

    private Device device(String label) {
        int colon = label.indexOf(':');
        String name = colon < 0 ? label : label.substring(0, colon);
        return namespace.devices().byName(name).orElseThrow(() -> new NetException(Errno.ENODEV));
    }

    private Optional<Ipv4Address> sourceOfLabel(String label) {
        if (label.indexOf(':') < 0) {
            return Optional.empty();
        }
        return Optional.of(namespace.ipv4().addresses().of(device(label)).stream()
                .filter(address -> address.label().equals(label))
                .findFirst()
                .map(InterfaceAddress::local)
                .orElseThrow(() -> new NetException(Errno.ENODEV)));
    }
}
