package org.vethlab.net.route;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.IpPrefix;
import org.vethlab.net.link.Device;

/**
 * A policy rule (net/core/fib_rules.c).
 *
 * @param priority unsigned; the smallest is tried first
 * @param table RT_TABLE_*, 0 for none
 * @param target the priority to jump to, of a goto
 * @param suppressGroup device group whose routes the rule does not take
 * @param protocol who made the rule (RTPROT_*)
 * @param realms source and destination, in the upper and the lower 16 bits
 */
public record Rule(
        long priority,
        boolean inverted,
        Optional<IpPrefix> from,
        Optional<IpPrefix> to,
        int tos,
        Optional<String> inputDevice,
        Optional<String> outputDevice,
        int mark,
        int markMask,
        Action action,
        int table,
        OptionalLong target,
        int protocol,
        OptionalInt suppressPrefixLength,
        OptionalInt suppressGroup,
        boolean l3mdev,
        int ipProtocol,
        Optional<Range> sourcePorts,
        Optional<Range> destinationPorts,
        Optional<Range> users,
        long tunnel,
        int realms) {
    /** What a matching rule does (FR_ACT_*), with iproute2's word and the name of a route type that means the same. */
    public enum Action {
        TABLE(1, "lookup"),
        GOTO(2, "goto"),
        NOP(3, "nop"),
        BLACKHOLE(6, "blackhole"),
        UNREACHABLE(7, "unreachable"),
        PROHIBIT(8, "prohibit"),
        /** Numbers without a meaning of their own are taken, and refuse packets as a blackhole does. */
        ANYCAST(4, "anycast"),
        MULTICAST(5, "multicast"),
        THROW(9, "throw"),
        NAT(10, "nat");

        private final int code;
        private final String text;

        Action(int code, String text) {
            this.code = code;
            this.text = text;
        }

        public int code() {
            return code;
        }

        public String text() {
            return text;
        }
    }

    /** Numbers from {@code first} to {@code last}, both included. */
    public record Range(long first, long last) {
        boolean contains(long value) {
            return first <= value && value <= last;
        }
    }

    /** Where the rule of VRFs stands (FIB_RULE_PREF of drivers/net/vrf.c). */
    static final long DOMAINS_PRIORITY = 1000;

    /** The rule that sends lookups to the table of the VRF that they are about. */
    static Rule ofDomains() {
        return new Builder()
                .action(Action.TABLE)
                .l3mdev(true)
                .protocol(RouteProtocol.KERNEL)
                .build();
    }

    /** One of the three rules that every namespace begins with. */
    public static Rule lookup(long priority, int table) {
        return new Builder()
                .priority(priority)
                .action(Action.TABLE)
                .table(table)
                .protocol(RouteProtocol.KERNEL)
                .build();
    }

    public Rule withPriority(long newPriority) {
        return new Rule(
                newPriority,
                inverted,
                from,
                to,
                tos,
                inputDevice,
                outputDevice,
                mark,
                markMask,
                action,
                table,
                target,
                protocol,
                suppressPrefixLength,
                suppressGroup,
                l3mdev,
                ipProtocol,
                sourcePorts,
                destinationPorts,
                users,
                tunnel,
                realms);
    }

    public Rule withTable(int newTable) {
        return new Rule(
                priority,
                inverted,
                from,
                to,
                tos,
                inputDevice,
                outputDevice,
                mark,
                markMask,
                action,
                newTable,
                target,
                protocol,
                suppressPrefixLength,
                suppressGroup,
                l3mdev,
                ipProtocol,
                sourcePorts,
                destinationPorts,
                users,
                tunnel,
                realms);
    }

    /** fib_rule_match and fib4_rule_match. A packet made here is seen as coming in by lo. */
    public boolean matches(RuleSubject flow, String input) {
        return inverted != matchesPlain(flow, input);
    }

    private boolean matchesPlain(RuleSubject flow, String input) {
        if (inputDevice.isPresent() && !inputDevice.get().equals(input)
                || outputDevice.isPresent()
                        && !outputDevice
                                .get()
                                .equals(flow.output().map(Device::name).orElse(""))
                || ((mark ^ flow.mark()) & markMask) != 0
                || tunnel != 0
                || l3mdev && flow.domain().isEmpty()) {
            return false;
        }
        return covers(from, flow.from())
                && covers(to, flow.to())
                && flow.hasService(tos)
                && (ipProtocol == 0 || ipProtocol == flow.protocol())
                && inRange(sourcePorts, flow.sourcePort())
                && inRange(destinationPorts, flow.destinationPort())
                && inRange(users, flow.user());
    }

    private static boolean covers(Optional<IpPrefix> prefix, IpAddress address) {
        return prefix.isEmpty() || prefix.get().holds(address);
    }

    private static boolean inRange(Optional<Range> range, long value) {
        return range.isEmpty() || range.get().contains(value);
    }

    /** Says of a new rule what is not left at its default. */
    public static final class Builder {
        private long priority;
        private boolean inverted;
        private Optional<IpPrefix> from = Optional.empty();
        private Optional<IpPrefix> to = Optional.empty();
        private int tos;
        private Optional<String> inputDevice = Optional.empty();
        private Optional<String> outputDevice = Optional.empty();
        private int mark;
        private int markMask;
        private Action action = Action.TABLE;
        private int table;
        private OptionalLong target = OptionalLong.empty();
        private int protocol = RouteProtocol.BOOT;
        private OptionalInt suppressPrefixLength = OptionalInt.empty();
        private OptionalInt suppressGroup = OptionalInt.empty();
        private boolean l3mdev;
        private int ipProtocol;
        private Optional<Range> sourcePorts = Optional.empty();
        private Optional<Range> destinationPorts = Optional.empty();
        private Optional<Range> users = Optional.empty();
        private long tunnel;
        private int realms;

        public Builder priority(long value) {
            priority = value;
            return this;
        }

        public Builder inverted(boolean value) {
            inverted = value;
            return this;
        }

        public Builder from(IpPrefix value) {
            from = value.length() == 0 ? Optional.empty() : Optional.of(value);
            return this;
        }

        public Builder to(IpPrefix value) {
            to = value.length() == 0 ? Optional.empty() : Optional.of(value);
            return this;
        }

        public Builder tos(int value) {
            tos = value;
            return this;
        }

        public Builder inputDevice(String value) {
            inputDevice = Optional.of(value);
            return this;
        }

        public Builder outputDevice(String value) {
            outputDevice = Optional.of(value);
            return this;
        }

        /** A mark without a mask is compared in all bits. */
        public Builder mark(int value, int mask) {
            mark = value;
            markMask = mask;
            return this;
        }

        public Builder action(Action value) {
            action = value;
            return this;
        }

        public Builder table(int value) {
            table = value;
            return this;
        }

        public Builder target(long value) {
            action = Action.GOTO;
            target = OptionalLong.of(value);
            return this;
        }

        public Builder protocol(int value) {
            protocol = value;
            return this;
        }

        public Builder suppressPrefixLength(int value) {
            suppressPrefixLength = OptionalInt.of(value);
            return this;
        }

        public Builder suppressGroup(int value) {
            suppressGroup = OptionalInt.of(value);
            return this;
        }

        public Builder l3mdev(boolean value) {
            l3mdev = value;
            return this;
        }

        public Builder ipProtocol(int value) {
            ipProtocol = value;
            return this;
        }

        public Builder sourcePorts(Range value) {
            sourcePorts = Optional.of(value);
            return this;
        }

        public Builder destinationPorts(Range value) {
            destinationPorts = Optional.of(value);
            return this;
        }

        public Builder users(Range value) {
            users = Optional.of(value);
            return this;
        }

        public Builder tunnel(long value) {
            tunnel = value;
            return this;
        }

        public Builder realms(int value) {
            realms = value;
            return this;
        }

        public Rule build() {
            return new Rule(
                    priority,
                    inverted,
                    from,
                    to,
                    tos,
                    inputDevice,
                    outputDevice,
                    mark,
                    markMask,
                    action,
                    table,
                    target,
                    protocol,
                    suppressPrefixLength,
                    suppressGroup,
                    l3mdev,
                    ipProtocol,
                    sourcePorts,
                    destinationPorts,
                    users,
                    tunnel,
                    realms);
        }
    }
}
