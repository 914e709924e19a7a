package org.vethlab.net.route;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Prefix;

/**
 * A policy rule (RFC 1104's idea; net/core/fib_rules.c).
 *
 * @param action FR_ACT_*: to_table lookup, goto, blackhole, unreachable, prohibit, nop
 */
public record Rule(
        long priority,
        boolean inverted,
        Optional<Ipv4Prefix> from,
        Optional<Ipv4Prefix> to,
        int tos,
        Optional<String> inputDevice,
        Optional<String> outputDevice,
        OptionalInt mark,
        int markMask,
        Action action,
        int table,
        int protocol,
        OptionalInt suppressPrefixLength,
        boolean l3mdev) {
    /** What a matching rule does. */
    public enum Action {
        TABLE("lookup"),
        GOTO("goto"),
        NOP("nop"),
        BLACKHOLE("blackhole"),
        UNREACHABLE("unreachable"),
        PROHIBIT("prohibit");

        private final String text;

        Action(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
