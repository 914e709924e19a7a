package org.vethlab.net.route;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.Ipv4Prefix;

/** What {@code ip rule del} says of the rule to delete; empty matches all. */
public record RuleMatch(
        OptionalLong priority,
        Optional<Ipv4Prefix> from,
        Optional<Ipv4Prefix> to,
        OptionalInt table,
        OptionalInt mark,
        Optional<String> inputDevice,
        Optional<String> outputDevice,
        OptionalInt tos) {}
