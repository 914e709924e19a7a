package org.vethlab.net.route;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.net.link.Device;

/** What {@code ip route del} says of the route to delete; empty matches all (fib_table_delete). */
public record RouteMatch(
        Ipv4Prefix destination,
        int table,
        OptionalInt tos,
        OptionalLong metric,
        OptionalInt protocol,
        Optional<RouteType> type,
        Optional<Scope> scope,
        Optional<Device> device,
        Optional<Ipv4Address> gateway,
        Optional<Ipv4Address> preferredSource) {}
