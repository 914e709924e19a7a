package org.vethlab.program.iptables.extension;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.vethlab.net.filter.xt.IcmpMatch;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.program.Numbers;
import org.vethlab.program.iptables.Failure;

/** The names of ICMP's types and codes, in the order in which iptables looks for them; names in brackets are second names. */
final class IcmpTypes {
    static final IcmpTypes IPV4 = new IcmpTypes(
            "ICMP",
            List.of(
                    row("any", 255),
                    row("echo-reply", 0),
                    row("pong", 0),
                    row("destination-unreachable", 3),
                    row("network-unreachable", 3, 0),
                    row("host-unreachable", 3, 1),
                    row("protocol-unreachable", 3, 2),
                    row("port-unreachable", 3, 3),
                    row("fragmentation-needed", 3, 4),
                    row("source-route-failed", 3, 5),
                    row("network-unknown", 3, 6),
                    row("host-unknown", 3, 7),
                    row("network-prohibited", 3, 9),
                    row("host-prohibited", 3, 10),
                    row("TOS-network-unreachable", 3, 11),
                    row("TOS-host-unreachable", 3, 12),
                    row("communication-prohibited", 3, 13),
                    row("host-precedence-violation", 3, 14),
                    row("precedence-cutoff", 3, 15),
                    row("source-quench", 4),
                    row("redirect", 5),
                    row("network-redirect", 5, 0),
                    row("host-redirect", 5, 1),
                    row("TOS-network-redirect", 5, 2),
                    row("TOS-host-redirect", 5, 3),
                    row("echo-request", 8),
                    row("ping", 8),
                    row("router-advertisement", 9),
                    row("router-solicitation", 10),
                    row("time-exceeded", 11),
                    row("ttl-exceeded", 11),
                    row("ttl-zero-during-transit", 11, 0),
                    row("ttl-zero-during-reassembly", 11, 1),
                    row("parameter-problem", 12),
                    row("ip-header-bad", 12, 0),
                    row("required-option-missing", 12, 1),
                    row("timestamp-request", 13),
                    row("timestamp-reply", 14),
                    row("address-mask-request", 17),
                    row("address-mask-reply", 18)));
    static final IcmpTypes IPV6 = new IcmpTypes(
            "ICMPv6",
            List.of(
                    row("destination-unreachable", 1),
                    row("no-route", 1, 0),
                    row("communication-prohibited", 1, 1),
                    row("beyond-scope", 1, 2),
                    row("address-unreachable", 1, 3),
                    row("port-unreachable", 1, 4),
                    row("failed-policy", 1, 5),
                    row("reject-route", 1, 6),
                    row("packet-too-big", 2),
                    row("time-exceeded", 3),
                    row("ttl-exceeded", 3),
                    row("ttl-zero-during-transit", 3, 0),
                    row("ttl-zero-during-reassembly", 3, 1),
                    row("parameter-problem", 4),
                    row("bad-header", 4, 0),
                    row("unknown-header-type", 4, 1),
                    row("unknown-option", 4, 2),
                    row("echo-request", 128),
                    row("ping", 128),
                    row("echo-reply", 129),
                    row("pong", 129),
                    row("mld-listener-query", 130),
                    row("mld-listener-report", 131),
                    row("mld-listener-done", 132),
                    row("mld-listener-reduction", 132),
                    row("router-solicitation", 133),
                    row("router-advertisement", 134),
                    row("neighbour-solicitation", 135),
                    row("neighbor-solicitation", 135),
                    row("neighbour-advertisement", 136),
                    row("neighbor-advertisement", 136),
                    row("redirect", 137)));

    private static final int MOST = 255;

    private final String protocol;
    private final List<Row> rows;

    private IcmpTypes(String protocol, List<Row> rows) {
        this.protocol = protocol;
        this.rows = rows;
    }

    /** A type and its codes. */
    record Row(String name, int type, Range codes) {}

    private static Row row(String name, int type) {
        return new Row(name, type, new Range(0, MOST, false));
    }

    private static Row row(String name, int type, int code) {
        return new Row(name, type, new Range(code, code, false));
    }

    Row parse(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        List<Row> found = rows.stream()
                .filter(row -> row.name().toLowerCase(Locale.ROOT).startsWith(lower))
                .toList();
        Optional<Row> exact =
                found.stream().filter(row -> row.name().equalsIgnoreCase(word)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        if (found.size() > 1) {
            throw Failure.parameter("Ambiguous " + protocol + " type `" + word + "': `"
                    + found.get(0).name() + "' or `" + found.get(1).name() + "'?");
        }
        return found.isEmpty() ? numbers(word) : found.get(0);
    }

    private Row numbers(String word) {
        String[] halves = word.split("/", 2);
        int type = number(halves[0], "type", word);
        if (halves.length == 1) {
            return row("", type);
        }
        return row("", type, number(halves[1], "code", word));
    }

    private int number(String text, String what, String word) {
        OptionalLong value = Numbers.unsigned(text, 8);
        if (value.isEmpty()) {
            String wrong = what.equals("type") ? text : word.substring(word.indexOf('/') + 1);
            throw Failure.parameter("Unknown " + protocol + " " + what + " `" + wrong + "'");
        }
        return (int) value.getAsLong();
    }

    Optional<String> name(IcmpMatch match) {
        return rows.stream()
                .filter(row -> row.type() == match.type() && row.codes().equals(match.codes()))
                .map(Row::name)
                .findFirst();
    }

    static boolean hasAllCodes(IcmpMatch match) {
        return match.codes().first() == 0 && match.codes().last() == MOST;
    }
}
