package org.vethlab.program.nft;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.filter.Chain;
import org.vethlab.net.filter.Rule;
import org.vethlab.net.filter.Statement;
import org.vethlab.net.filter.Table;
import org.vethlab.net.filter.xt.AddressTest;
import org.vethlab.net.filter.xt.AddrtypeMatch;
import org.vethlab.net.filter.xt.CommentMatch;
import org.vethlab.net.filter.xt.ConntrackMatch;
import org.vethlab.net.filter.xt.IcmpMatch;
import org.vethlab.net.filter.xt.InterfaceTest;
import org.vethlab.net.filter.xt.IpHeaderMatch;
import org.vethlab.net.filter.xt.IprangeMatch;
import org.vethlab.net.filter.xt.LengthMatch;
import org.vethlab.net.filter.xt.LimitMatch;
import org.vethlab.net.filter.xt.MacMatch;
import org.vethlab.net.filter.xt.MarkMatch;
import org.vethlab.net.filter.xt.MultiportMatch;
import org.vethlab.net.filter.xt.OwnerMatch;
import org.vethlab.net.filter.xt.PkttypeMatch;
import org.vethlab.net.filter.xt.PortMatch;
import org.vethlab.net.filter.xt.Range;
import org.vethlab.net.filter.xt.TtlMatch;
import org.vethlab.net.filter.xt.XtMatch;
import org.vethlab.net.filter.xt.XtTarget;
import org.vethlab.net.route.RouteType;

/**
 * Tests that iptables made. Of some the kernel holds nf_tables' own expressions; of others nft says what libxtables
 * translates them to, or only their names.
 */
final class ForeignStatement {
    private static final List<String> OWN = List.of("", "tcp", "udp", "limit", "mark");
    private static final String TCP_FLAGS = "fin syn rst psh ack urg ecn cwr";

    private final ValuePrinter values;

    ForeignStatement(ValuePrinter values) {
        this.values = values;
    }

    static boolean isForeign(Statement statement) {
        return statement instanceof XtMatch || statement instanceof XtTarget;
    }

    /** Whether nft warns of a table: it does if not all of it is in nf_tables' own expressions. */
    static boolean isIn(Table table) {
        return table.chains().stream().anyMatch(ForeignStatement::isIn);
    }

    static boolean isIn(Chain chain) {
        return chain.rules().stream()
                .flatMap(rule -> rule.statements().stream())
                .anyMatch(ForeignStatement::isExtension);
    }

    private static boolean isExtension(Statement statement) {
        if (statement instanceof IpHeaderMatch) {
            return false;
        }
        return statement instanceof XtTarget || statement instanceof XtMatch match && !OWN.contains(match.extension());
    }

    String print(Statement statement) {
        if (statement instanceof XtTarget target) {
            return new ForeignTarget(values).print(target);
        }
        return match((XtMatch) statement);
    }

    private String match(XtMatch match) {
        if (match instanceof PortMatch ports) {
            return ports(ports);
        }
        if (match instanceof ConntrackMatch conntrack) {
            return conntrack(conntrack);
        }
        if (match instanceof LimitMatch limit) {
            String burst = limit.burst() == 5 ? "" : " burst " + limit.burst() + " packets";
            return "limit rate " + limit.packets() + "/" + unit(limit.seconds()) + burst;
        }
        if (match instanceof IcmpMatch icmp) {
            return icmp(icmp);
        }
        if (match instanceof MultiportMatch multiport) {
            return multiport(multiport);
        }
        if (match instanceof MacMatch mac) {
            return "ether saddr " + not(mac.inverted()) + mac.address();
        }
        if (match instanceof MarkMatch mark) {
            return mark(mark);
        }
        return rest(match);
    }

    private String rest(XtMatch match) {
        if (match instanceof CommentMatch) {
            return " ";
        }
        if (match instanceof IprangeMatch range) {
            return iprange(range);
        }
        if (match instanceof TtlMatch ttl) {
            String sign = switch (ttl.relation()) {
                case EQUAL -> "";
                case UNEQUAL -> "!= ";
                case LESS -> "lt ";
                case GREATER -> "gt ";
            };
            return (ttl.extension().equals("ttl") ? "ip ttl " : "ip6 hoplimit ") + sign + ttl.value();
        }
        if (match instanceof PkttypeMatch type) {
            return "pkttype " + not(type.inverted()) + type.type().name().toLowerCase(Locale.ROOT);
        }
        if (match instanceof LengthMatch length) {
            return "meta length " + range(length.range());
        }
        if (match instanceof AddrtypeMatch type) {
            return addrtype(type);
        }
        if (match instanceof OwnerMatch owner) {
            return owner(owner);
        }
        return "xt match " + match.extension();
    }

    private static String unit(int seconds) {
        return switch (seconds) {
            case 1 -> "second";
            case 60 -> "minute";
            case 3600 -> "hour";
            default -> "day";
        };
    }

    private static String not(boolean inverted) {
        return inverted ? "!= " : "";
    }

    static String range(Range range) {
        return not(range.inverted()) + (range.isSingle() ? range.first() : range.first() + "-" + range.last());
    }

    /** The header's tests. @param before whether the protocol is shown: a test of its ports says it too */
    String header(IpHeaderMatch header, boolean showsProtocol) {
        List<String> parts = new ArrayList<>();
        header.input().ifPresent(test -> parts.add("iifname " + device(test)));
        header.output().ifPresent(test -> parts.add("oifname " + device(test)));
        if (header.protocol() != 0 && showsProtocol) {
            String name = values.print(BigInteger.valueOf(header.protocol()), DataType.INET_PROTO, 8);
            parts.add("meta l4proto " + not(header.protocolInverted()) + name);
        }
        header.source().ifPresent(test -> parts.add(address(test, "saddr")));
        header.destination().ifPresent(test -> parts.add(address(test, "daddr")));
        header.fragment().ifPresent(wanted -> parts.add("ip frag-off & 8191 " + (wanted ? "!= 0" : "== 0")));
        return String.join(" ", parts);
    }

    private static String address(AddressTest test, String field) {
        String family = test.address() instanceof Ipv4Address ? "ip " : "ip6 ";
        int bits = test.address().length();
        int length = prefixLength(test);
        String suffix = length == bits ? "" : "/" + length;
        return family + field + " " + not(test.inverted()) + test.address() + suffix;
    }

    private static int prefixLength(AddressTest test) {
        String mask = test.mask().toString();
        if (test.mask() instanceof Ipv4Address ipv4) {
            return Integer.bitCount(ipv4.bits());
        }
        org.vethlab.addr.Ipv6Address ipv6 = org.vethlab.addr.Ipv6Address.parse(mask);
        return Long.bitCount(ipv6.high()) + Long.bitCount(ipv6.low());
    }

    private static String device(InterfaceTest test) {
        return not(test.inverted()) + "\"" + test.name() + (test.prefix() ? "*" : "") + "\"";
    }

    private String ports(PortMatch ports) {
        List<String> parts = new ArrayList<>();
        if (!isAny(ports.sourcePorts())) {
            parts.add(ports.extension() + " sport " + range(ports.sourcePorts()));
        }
        if (!isAny(ports.destinationPorts())) {
            parts.add(ports.extension() + " dport " + range(ports.destinationPorts()));
        }
        ports.flags()
                .ifPresent(flags -> parts.add(
                        "tcp flags " + not(flags.inverted()) + flags(flags.set()) + " / " + flags(flags.mask())));
        return String.join(" ", parts);
    }

    private static boolean isAny(Range range) {
        return range.first() == 0 && range.last() == 65535 && !range.inverted();
    }

    static boolean saysProtocol(PortMatch ports) {
        return !isAny(ports.sourcePorts())
                || !isAny(ports.destinationPorts())
                || ports.flags().isPresent();
    }

    private static String flags(int bits) {
        List<String> names = new ArrayList<>();
        String[] all = TCP_FLAGS.split(" ");
        for (int i = 0; i < all.length; i++) {
            if ((bits >> i & 1) != 0) {
                names.add(all[i]);
            }
        }
        return names.isEmpty() ? "0x0" : String.join(",", names);
    }

    /** In libxtables' order of states. */
    private static String conntrack(ConntrackMatch match) {
        List<String> parts = new ArrayList<>();
        if (!match.states().isEmpty()) {
            List<String> names = new ArrayList<>();
            for (String name : List.of("INVALID", "NEW", "RELATED", "ESTABLISHED", "UNTRACKED", "SNAT", "DNAT")) {
                match.states().stream()
                        .filter(state -> state.name().equals(name))
                        .forEach(state -> names.add(name.toLowerCase(Locale.ROOT)));
            }
            parts.add("ct state " + not(match.statesInverted()) + String.join(",", names));
        }
        match.reply().ifPresent(reply -> parts.add("ct direction " + (reply ? "reply" : "original")));
        return parts.isEmpty() ? "xt match " + match.extension() : String.join(" ", parts);
    }

    private String icmp(IcmpMatch match) {
        boolean ipv6 = match.extension().equals("icmp6") || match.extension().equals("icmpv6");
        if (match.type() == IcmpMatch.ANY) {
            return "";
        }
        DataType type = ipv6 ? DataType.ICMPV6_TYPE : DataType.ICMP_TYPE;
        String word = ipv6 ? "icmpv6" : "icmp";
        String name = values.print(BigInteger.valueOf(match.type()), type, 8);
        boolean coded = match.codes().isSingle();
        return word + " type " + not(match.inverted()) + name
                + (coded ? " " + word + " code " + match.codes().first() : "");
    }

    private static String multiport(MultiportMatch match) {
        String ports = match.ports().stream().map(ForeignStatement::range).collect(Collectors.joining(", "));
        String set = not(match.inverted()) + (match.ports().size() == 1 ? ports : "{ " + ports + " }");
        return switch (match.which()) {
            case SOURCE -> "tcp sport " + set;
            case DESTINATION -> "tcp dport " + set;
            case EITHER -> "tcp sport . tcp dport " + set;
        };
    }

    private static String mark(MarkMatch match) {
        String what = match.extension().equals(MarkMatch.OF_CONNECTION) ? "ct mark" : "meta mark";
        String value = String.format(Locale.ROOT, "0x%08x", match.mark());
        String mask = match.mask() == -1 ? " " : String.format(Locale.ROOT, " & 0x%08x == ", match.mask());
        return what + mask + not(match.inverted()) + value;
    }

    private static String iprange(IprangeMatch match) {
        List<String> parts = new ArrayList<>();
        match.source().ifPresent(range -> parts.add(iprange(range, "saddr")));
        match.destination().ifPresent(range -> parts.add(iprange(range, "daddr")));
        return String.join(" ", parts);
    }

    private static String iprange(IprangeMatch.AddressRange range, String field) {
        String family = range.first() instanceof Ipv4Address ? "ip " : "ip6 ";
        return family + field + " " + not(range.inverted()) + range.first() + "-" + range.last();
    }

    private static String addrtype(AddrtypeMatch match) {
        List<String> parts = new ArrayList<>();
        if (!match.sources().isEmpty()) {
            parts.add("fib saddr type " + not(match.sourcesInverted()) + types(match.sources()));
        }
        if (!match.destinations().isEmpty()) {
            parts.add("fib daddr type " + not(match.destinationsInverted()) + types(match.destinations()));
        }
        return String.join(" ", parts);
    }

    private static String types(Set<RouteType> types) {
        String all = types.stream().map(RouteType::text).collect(Collectors.joining(", "));
        return types.size() == 1 ? all : "{ " + all + " }";
    }

    private static String owner(OwnerMatch match) {
        List<String> parts = new ArrayList<>();
        match.user().ifPresent(range -> parts.add("skuid " + identifiers(range)));
        match.group().ifPresent(range -> parts.add("skgid " + identifiers(range)));
        return parts.isEmpty() ? "xt match owner" : String.join(" ", parts);
    }

    private static String identifiers(OwnerMatch.IdRange range) {
        String text = range.first() == range.last() ? "" + range.first() : range.first() + "-" + range.last();
        return not(range.inverted()) + text;
    }

    /** Whether the test after a header's says the protocol by itself. */
    static boolean showsProtocol(Rule rule) {
        Optional<Statement> next = rule.statements().stream().skip(1).findFirst();
        return next.filter(statement -> statement instanceof PortMatch ports && saysProtocol(ports))
                .isEmpty();
    }
}
