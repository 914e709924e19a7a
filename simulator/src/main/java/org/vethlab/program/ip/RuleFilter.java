package org.vethlab.program.ip;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.IpPrefix;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.addr.Ipv6Prefix;
import org.vethlab.net.route.Rule;

/** Which rules {@code ip rule list} and {@code flush} are about (filter_nlmsg of ip/iprule.c). */
final class RuleFilter {
    OptionalLong priority = OptionalLong.empty();
    boolean inverted;
    Optional<IpPrefix> from = Optional.empty();
    Optional<IpPrefix> to = Optional.empty();
    OptionalInt tos = OptionalInt.empty();
    int mark;
    int markMask;
    Optional<String> input = Optional.empty();
    Optional<String> output = Optional.empty();
    boolean l3mdev;
    Optional<Rule.Range> users = Optional.empty();
    Optional<Rule.Range> sourcePorts = Optional.empty();
    Optional<Rule.Range> destinationPorts = Optional.empty();
    int ipProtocol;
    long tunnel;
    int table;
    /** Looked at by {@code flush} alone. */
    OptionalInt protocol = OptionalInt.empty();

    boolean accepts(Rule rule) {
        return (priority.isEmpty() || priority.getAsLong() == rule.priority())
                && (!inverted || rule.inverted())
                && holds(from, rule.from())
                && holds(to, rule.to())
                && (tos.isEmpty() || tos.getAsInt() == rule.tos())
                && (mark == 0 || mark == rule.mark())
                && (markMask == 0 || markMask == rule.markMask())
                && (input.isEmpty() || input.equals(rule.inputDevice()))
                && (output.isEmpty() || output.equals(rule.outputDevice()))
                && (!l3mdev || rule.l3mdev())
                && acceptsTransport(rule)
                && (table == 0 || table == rule.table());
    }

    private boolean acceptsTransport(Rule rule) {
        return (users.isEmpty() || users.equals(rule.users()))
                && (ipProtocol == 0 || ipProtocol == rule.ipProtocol())
                && (sourcePorts.isEmpty() || sourcePorts.equals(rule.sourcePorts()))
                && (destinationPorts.isEmpty() || destinationPorts.equals(rule.destinationPorts()))
                && (tunnel == 0 || tunnel == rule.tunnel());
    }

    boolean acceptsProtocol(Rule rule) {
        return protocol.isEmpty() || protocol.getAsInt() == rule.protocol();
    }

    /** A rule whose prefix lies inside the one that was asked for. */
    private static boolean holds(Optional<IpPrefix> wanted, Optional<IpPrefix> actual) {
        if (wanted.isEmpty()) {
            return true;
        }
        IpPrefix prefix = actual.orElse(wanted.get() instanceof Ipv6Prefix ? Ipv6Prefix.DEFAULT : Ipv4Prefix.DEFAULT);
        return wanted.get().length() <= prefix.length() && wanted.get().holds(prefix.network());
    }
}
