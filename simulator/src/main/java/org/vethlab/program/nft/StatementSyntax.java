package org.vethlab.program.nft;

import java.util.List;
import java.util.Optional;

/** A statement of a rule, as typed. */
sealed interface StatementSyntax {
    Location at();

    record VerdictStatement(Location at, Syntax.VerdictWord verdict) implements StatementSyntax {}

    record VerdictMap(Location at, Syntax key, Syntax set) implements StatementSyntax {}

    /** @param operator empty when none was typed */
    record Match(Location at, Syntax left, String operator, Syntax right) implements StatementSyntax {}

    record CounterStatement(Location at, long packets, long bytes) implements StatementSyntax {}

    /** {@code counter name …}, {@code quota name …}, {@code limit name …}. */
    record Named(Location at, String object, Syntax name) implements StatementSyntax {}

    /**
     * @param bytes whether bytes are counted, not packets
     * @param seconds the unit of time
     * @param burst absent when not typed
     */
    record LimitStatement(Location at, boolean over, boolean bytes, long rate, long seconds, Optional<Long> burst)
            implements StatementSyntax {}

    record QuotaStatement(Location at, boolean over, long bytes, long used) implements StatementSyntax {}

    record ConnectionLimit(Location at, boolean over, long count) implements StatementSyntax {}

    record Log(
            Location at,
            Optional<String> prefix,
            Optional<String> level,
            Optional<Long> group,
            Optional<Long> snaplen,
            Optional<Long> threshold,
            List<String> flags)
            implements StatementSyntax {}

    /** @param with {@code icmp}, {@code icmpv6}, {@code icmpx}, {@code tcp}; empty when nothing was said */
    record Reject(Location at, String with, Optional<Syntax> reason) implements StatementSyntax {}

    /**
     * {@code snat}, {@code dnat}, {@code masquerade}, {@code redirect}.
     *
     * @param family {@code ip} or {@code ip6}, if typed
     * @param mode {@code interval} or {@code prefix} or {@code addr . port}, or nothing
     */
    record Nat(
            Location at,
            String kind,
            Optional<String> family,
            Optional<Syntax> address,
            Optional<Syntax> port,
            String mode,
            List<String> flags)
            implements StatementSyntax {}

    /** {@code meta mark set …}, {@code ct mark set …}, {@code ip ttl set …}. */
    record Assignment(Location at, Syntax target, Syntax value) implements StatementSyntax {}

    record Untrack(Location at) implements StatementSyntax {}

    record Duplicate(Location at, Syntax to, Optional<Syntax> device) implements StatementSyntax {}

    record Forward(Location at, Optional<String> family, Syntax to, Optional<Syntax> device)
            implements StatementSyntax {}

    record Queue(Location at, Optional<Syntax> numbers, List<String> flags) implements StatementSyntax {}

    /** {@code add @set { key … }}, with data for a map. */
    record SetUpdate(Location at, String operation, Syntax.SetReference set, Syntax.Element element)
            implements StatementSyntax {}

    record Meter(Location at, String name, Optional<Long> size, Syntax.Element key, StatementSyntax statement)
            implements StatementSyntax {}

    /** What can be typed but is not simulated. */
    record Unsupported(Location at, String what) implements StatementSyntax {}
}
