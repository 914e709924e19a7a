package org.vethlab.program.iptables.extension;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vethlab.net.filter.xt.ChecksumTarget;
import org.vethlab.net.filter.xt.LogTarget;
import org.vethlab.net.filter.xt.TraceTarget;
import org.vethlab.net.filter.xt.XtMatch;
import org.vethlab.net.filter.xt.XtTarget;
import org.vethlab.program.CommandException;
import org.vethlab.program.iptables.Variant;

/** The table of extensions: one row each. */
public final class Extensions {
    private static final Map<String, Function<Boolean, Extension<? extends XtMatch>>> MATCHES = matches();
    private static final Map<String, Function<Boolean, Extension<? extends XtTarget>>> TARGETS = targets();

    /** What iptables has and Vethlab does not. */
    private static final Set<String> OTHER_MATCHES = Set.of(
            "ah",
            "bpf",
            "cgroup",
            "cluster",
            "connbytes",
            "connlabel",
            "cpu",
            "dccp",
            "devgroup",
            "ecn",
            "esp",
            "hashlimit",
            "helper",
            "ipcomp",
            "ipvs",
            "nfacct",
            "osf",
            "policy",
            "quota",
            "rateest",
            "realm",
            "sctp",
            "set",
            "socket",
            "srh",
            "tcpmss",
            "time",
            "u32",
            "frag",
            "rt",
            "hbh",
            "dst",
            "eui64",
            "ipv6header",
            "mh");

    private static final Set<String> OTHER_TARGETS = Set.of(
            "CLUSTERIP",
            "CONNSECMARK",
            "DNPT",
            "ECN",
            "HMARK",
            "IDLETIMER",
            "LED",
            "RATEEST",
            "SECMARK",
            "SET",
            "SNPT",
            "SYNPROXY",
            "TCPOPTSTRIP",
            "TPROXY",
            "ULOG");

    private Extensions() {}

    private static Map<String, Function<Boolean, Extension<? extends XtMatch>>> matches() {
        Map<String, Function<Boolean, Extension<? extends XtMatch>>> rows = new HashMap<>();
        rows.put("addrtype", ipv6 -> new AddrtypeExtension());
        rows.put("comment", ipv6 -> new CommentExtension());
        rows.put("connlimit", ipv6 -> new ConnlimitExtension());
        rows.put("connmark", ipv6 -> new MarkExtension(true));
        rows.put("conntrack", ipv6 -> new ConntrackExtension());
        rows.put("dscp", ipv6 -> new DscpExtension());
        rows.put("hl", ipv6 -> new TtlExtension("hl"));
        rows.put("icmp", ipv6 -> new IcmpExtension(false));
        rows.put("icmp6", ipv6 -> new IcmpExtension(true));
        rows.put("iprange", ipv6 -> new IprangeExtension());
        rows.put("length", ipv6 -> new LengthExtension());
        rows.put("limit", ipv6 -> new LimitExtension());
        rows.put("mac", ipv6 -> new MacExtension());
        rows.put("mark", ipv6 -> new MarkExtension(false));
        rows.put("multiport", ipv6 -> new MultiportExtension());
        rows.put("owner", ipv6 -> new OwnerExtension());
        rows.put("physdev", ipv6 -> new PhysdevExtension());
        rows.put("pkttype", ipv6 -> new PkttypeExtension());
        rows.put("recent", ipv6 -> new RecentExtension());
        rows.put("rpfilter", ipv6 -> new RpfilterExtension());
        rows.put("state", ipv6 -> new StateExtension());
        rows.put("statistic", ipv6 -> new StatisticExtension());
        rows.put("string", ipv6 -> new StringExtension());
        rows.put("tcp", ipv6 -> new TcpExtension());
        rows.put("tos", ipv6 -> new TosExtension());
        rows.put("ttl", ipv6 -> new TtlExtension("ttl"));
        rows.put("udp", ipv6 -> new UdpExtension());
        return rows;
    }

    private static Map<String, Function<Boolean, Extension<? extends XtTarget>>> targets() {
        Map<String, Function<Boolean, Extension<? extends XtTarget>>> rows = new HashMap<>();
        rows.put(
                "AUDIT",
                ipv6 -> new PlainTargetExtension<>(
                        LogTarget.class,
                        new LogTarget("AUDIT", "", 0, 0),
                        " AUDIT accept",
                        " --type accept",
                        Optional.of("log level audit"),
                        Flag.value("type")));
        rows.put(
                "CHECKSUM",
                ipv6 -> new PlainTargetExtension<>(
                        ChecksumTarget.class,
                        new ChecksumTarget(),
                        " CHECKSUM fill",
                        " --checksum-fill",
                        Optional.empty(),
                        Flag.bare("checksum-fill")));
        rows.put("CLASSIFY", ipv6 -> new ClassifyExtension());
        rows.put("CONNMARK", ipv6 -> new ConnmarkTargetExtension());
        rows.put("CT", ipv6 -> new CtTargetExtension("CT"));
        rows.put("DNAT", ipv6 -> new AddressNatExtension("DNAT", "to-destination"));
        rows.put("DSCP", ipv6 -> new DscpTargetExtension());
        rows.put("HL", ipv6 -> new TtlTargetExtension("HL"));
        rows.put("LOG", ipv6 -> new LogExtension());
        rows.put("MARK", ipv6 -> new MarkTargetExtension());
        rows.put("MASQUERADE", ipv6 -> new PortNatExtension("MASQUERADE", " masq ports: "));
        rows.put("NETMAP", ipv6 -> new NetmapExtension());
        rows.put("NFLOG", ipv6 -> new NflogExtension());
        rows.put("NFQUEUE", ipv6 -> new QueueExtension());
        rows.put("NOTRACK", ipv6 -> new CtTargetExtension("NOTRACK"));
        rows.put("REDIRECT", ipv6 -> new PortNatExtension("REDIRECT", " redir ports "));
        rows.put("REJECT", RejectExtension::new);
        rows.put("SNAT", ipv6 -> new AddressNatExtension("SNAT", "to-source"));
        rows.put("TCPMSS", ipv6 -> new TcpmssTargetExtension());
        rows.put("TEE", ipv6 -> new TeeExtension());
        rows.put("TOS", ipv6 -> new TosTargetExtension());
        rows.put(
                "TRACE",
                ipv6 -> new PlainTargetExtension<>(
                        TraceTarget.class, new TraceTarget(), "", "", Optional.of("meta nftrace set 1")));
        rows.put("TTL", ipv6 -> new TtlTargetExtension("TTL"));
        return rows;
    }

    /** A match by the name behind {@code -m}. @throws CommandException for one that is not simulated */
    public static Optional<Extension<? extends XtMatch>> match(String name, Variant variant) {
        String real = name.equals("icmpv6") || name.equals("ipv6-icmp") ? "icmp6" : name;
        if (OTHER_MATCHES.contains(real)) {
            throw CommandException.notSimulated(variant.program() + " -m " + name);
        }
        boolean foreign = variant.isIpv6()
                ? Set.of("icmp", "ttl").contains(real)
                : Set.of("icmp6", "hl").contains(real);
        return foreign
                ? Optional.empty()
                : Optional.ofNullable(MATCHES.get(real)).map(row -> row.apply(variant.isIpv6()));
    }

    /** The match that comes with a protocol. */
    public static Optional<Extension<? extends XtMatch>> protocolMatch(int protocol, String name, Variant variant) {
        String match = switch (protocol) {
            case 6 -> "tcp";
            case 17 -> "udp";
            case 1 -> "icmp";
            case 58 -> "icmp6";
            default -> name;
        };
        return match.isEmpty() ? Optional.empty() : match(match, variant);
    }

    /** A target by the name behind {@code -j}; a verdict or a chain is none. @throws CommandException for one that is not simulated */
    public static Optional<Extension<? extends XtTarget>> target(String name, Variant variant) {
        if (OTHER_TARGETS.contains(name)) {
            throw CommandException.notSimulated(variant.program() + " -j " + name);
        }
        boolean foreign = name.equals(variant.isIpv6() ? "TTL" : "HL");
        return foreign
                ? Optional.empty()
                : Optional.ofNullable(TARGETS.get(name)).map(row -> row.apply(variant.isIpv6()));
    }
}
