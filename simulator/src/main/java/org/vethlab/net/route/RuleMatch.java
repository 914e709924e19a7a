package org.vethlab.net.route;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.IpPrefix;

/**
 * What {@code ip rule del} says of the rule to delete; empty, and 0 where there is no empty, matches all (rule_find).
 */
public record RuleMatch(
        OptionalLong priority,
        Optional<IpPrefix> from,
        Optional<IpPrefix> to,
        int tos,
        Optional<String> inputDevice,
        Optional<String> outputDevice,
        int mark,
        int markMask,
        Optional<Rule.Action> action,
        OptionalLong target,
        int table,
        int protocol,
        OptionalInt suppressPrefixLength,
        OptionalInt suppressGroup,
        boolean l3mdev,
        int ipProtocol,
        Optional<Rule.Range> sourcePorts,
        Optional<Rule.Range> destinationPorts,
        Optional<Rule.Range> users,
        long tunnel) {
    /** The first rule of this priority. */
    public static RuleMatch priority(long priority) {
        return of(new Rule.Builder().protocol(0).build(), OptionalLong.of(priority), Optional.empty());
    }

    /** What a half-built rule says; its priority and action count only if they were said. */
    public static RuleMatch of(Rule rule, OptionalLong priority, Optional<Rule.Action> action) {
        return new RuleMatch(
                priority,
                rule.from(),
                rule.to(),
                rule.tos(),
                rule.inputDevice(),
                rule.outputDevice(),
                rule.mark(),
                rule.markMask(),
                action,
                rule.target(),
                rule.table(),
                rule.protocol(),
                rule.suppressPrefixLength(),
                rule.suppressGroup(),
                rule.l3mdev(),
                rule.ipProtocol(),
                rule.sourcePorts(),
                rule.destinationPorts(),
                rule.users(),
                rule.tunnel());
    }

    boolean matches(Rule rule) {
        return (priority.isEmpty() || priority.getAsLong() == rule.priority())
                && (action.isEmpty() || action.get() == rule.action())
                && fits(from, rule.from())
                && fits(to, rule.to())
                && fits(inputDevice, rule.inputDevice())
                && fits(outputDevice, rule.outputDevice())
                && fits(sourcePorts, rule.sourcePorts())
                && fits(destinationPorts, rule.destinationPorts())
                && fits(users, rule.users())
                && (suppressPrefixLength.isEmpty() || suppressPrefixLength.equals(rule.suppressPrefixLength()))
                && (suppressGroup.isEmpty() || suppressGroup.equals(rule.suppressGroup()))
                && (!l3mdev || rule.l3mdev())
                && fits(tos, rule.tos())
                && fits(mark, rule.mark())
                && fits(markMask, rule.markMask())
                && fits(table, rule.table())
                && fits(protocol, rule.protocol())
                && fits(ipProtocol, rule.ipProtocol())
                && (tunnel == 0 || tunnel == rule.tunnel());
    }

    /** Whether what is not said here is not said by the rule either, addresses and type of service apart. */
    boolean saysAllOf(Rule rule) {
        return inputDevice.equals(rule.inputDevice())
                && outputDevice.equals(rule.outputDevice())
                && sourcePorts.equals(rule.sourcePorts())
                && destinationPorts.equals(rule.destinationPorts())
                && users.equals(rule.users())
                && suppressPrefixLength.equals(rule.suppressPrefixLength())
                && suppressGroup.equals(rule.suppressGroup())
                && l3mdev == rule.l3mdev()
                && mark == rule.mark()
                && markMask == rule.markMask()
                && table == rule.table()
                && protocol == rule.protocol()
                && ipProtocol == rule.ipProtocol()
                && tunnel == rule.tunnel();
    }

    private static boolean fits(int wanted, int actual) {
        return wanted == 0 || wanted == actual;
    }

    private static boolean fits(Optional<?> wanted, Optional<?> actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}
