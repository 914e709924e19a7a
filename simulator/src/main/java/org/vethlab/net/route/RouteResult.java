package org.vethlab.net.route;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Device;

/**
 * The answer of a route lookup (struct rtable).
 *
 * @param error set when there is no way: ENETUNREACH, EHOSTUNREACH, EACCES, EINVAL, …
 * @param type unicast, local, broadcast, multicast
 * @param device where the packet leaves; lo for local
 * @param gateway next hop other than the destination
 * @param source the source address that the packet has or gets
 * @param route the table's route that decided, if any
 * @param redirected learnt from an ICMP redirect ({@code cache <redirected>})
 * @param doRedirect forwarding it calls for an ICMP redirect ({@code cache <redirect>})
 * @param pathMtu learnt path MTU in bytes
 * @param expires seconds until what was learnt expires
 */
public record RouteResult(
        Optional<Errno> error,
        RouteType type,
        Optional<Device> device,
        Optional<Ipv4Address> gateway,
        Optional<Ipv4Address> source,
        Optional<Route> route,
        boolean redirected,
        boolean doRedirect,
        OptionalInt pathMtu,
        OptionalLong expires) {}
