package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what can be asked of a packet: fields of headers, {@code meta}, {@code ct}, {@code fib} … */
final class FieldParser {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("ether", "saddr daddr type"),
            Map.entry("vlan", "id cfi dei pcp type"),
            Map.entry("arp", "saddr daddr htype ptype hlen plen operation"),
            Map.entry("ip", "version hdrlength dscp ecn length id frag-off ttl protocol checksum saddr daddr"),
            Map.entry("icmp", "type code checksum id seq gateway mtu"),
            Map.entry("igmp", "type checksum mrt group"),
            Map.entry("ip6", "version dscp ecn flowlabel length nexthdr hoplimit saddr daddr"),
            Map.entry("icmpv6", "type code checksum param-problem mtu id seq max-delay"),
            Map.entry("ah", "nexthdr hdrlength reserved spi seq"),
            Map.entry("esp", "seq spi"),
            Map.entry("comp", "nexthdr flags cpi"),
            Map.entry("udp", "length checksum sport dport"),
            Map.entry("udplite", "checksum sport dport csumcov"),
            Map.entry("tcp", "sport dport seq ackseq doff reserved flags window checksum urgptr"),
            Map.entry("dccp", "type sport dport"),
            Map.entry("sctp", "sport dport vtag checksum"),
            Map.entry("th", "sport dport"));
    private static final Map<String, String> EXTENSIONS = Map.of(
            "hbh", "hdrlength nexthdr",
            "rt", "nexthdr hdrlength type seg-left",
            "frag", "nexthdr reserved frag-off reserved2 more-fragments id",
            "dst", "hdrlength nexthdr",
            "mh", "nexthdr hdrlength type reserved checksum");
    static final List<String> UNQUALIFIED_META = List.of(
            "mark",
            "iif",
            "iifname",
            "iiftype",
            "oif",
            "oifname",
            "oiftype",
            "skuid",
            "skgid",
            "nftrace",
            "rtclassid",
            "ibriport",
            "obriport",
            "ibrname",
            "obrname",
            "pkttype",
            "cpu",
            "iifgroup",
            "oifgroup",
            "cgroup",
            "ipsec",
            "time",
            "day",
            "hour");
    private static final List<String> QUALIFIED_META = List.of("length", "protocol", "priority", "random", "secmark");
    private static final List<String> EITHER_DIRECTION = List.of("bytes", "packets", "avgpkt", "zone");
    private static final List<String> CT_KEYS = List.of(
            "l3proto",
            "protocol",
            "mark",
            "state",
            "direction",
            "status",
            "expiration",
            "helper",
            "saddr",
            "daddr",
            "proto-src",
            "proto-dst",
            "label",
            "event",
            "secmark",
            "id",
            "count");
    private static final List<String> DIRECTED_CT_KEYS =
            List.of("saddr", "daddr", "l3proto", "protocol", "proto-src", "proto-dst");
    private static final List<String> TCP_OPTIONS = List.of(
            "echo",
            "eol",
            "fastopen",
            "md5sig",
            "mptcp",
            "mss",
            "nop",
            "sack-permitted",
            "timestamp",
            "window",
            "sack",
            "sack0",
            "sack1",
            "sack2",
            "sack3");
    private static final List<String> TCP_OPTION_FIELDS =
            List.of("length", "size", "left", "right", "count", "tsval", "tsecr", "subtype");

    private static final String KNOWN_META_KEYS =
            "length, protocol, priority, mark, iif, oif, iifname, oifname, iiftype, oiftype, skuid, skgid, nftrace,"
                    + " rtclassid, secmark, nfproto, l4proto, ibrname, obrname, pkttype, cpu, iifgroup, oifgroup, cgroup,"
                    + " random, ipsec, iifkind, oifkind, ibrpvid, ibrvproto, time, day, hour, sdif, sdifname";

    private final TokenStream tokens;

    FieldParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** Whether something of this kind starts here. */
    boolean starts() {
        String kind = tokens.peek().kind();
        return FIELDS.containsKey(kind)
                || EXTENSIONS.containsKey(kind)
                || UNQUALIFIED_META.contains(kind)
                || List.of(
                                "meta", "ct", "fib", "rt0", "rt2", "srh", "exthdr", "socket", "osf", "numgen",
                                "symhash", "@")
                        .contains(kind);
    }

    /** @param mayCount whether {@code ct count} may stand here */
    Syntax parse(boolean mayCount) {
        Token first = tokens.peek();
        String kind = first.kind();
        if (kind.equals("rt")) {
            return routing(tokens.next());
        }
        if (FIELDS.containsKey(kind)) {
            return header(tokens.next());
        }
        if (EXTENSIONS.containsKey(kind)) {
            return extension(tokens.next());
        }
        if (UNQUALIFIED_META.contains(kind) && !kind.equals("ipsec")) {
            return new Syntax.Meta(tokens.next().at(), kind);
        }
        return switch (kind) {
            case "meta" -> meta(tokens.next());
            case "ct" -> conntrack(tokens.next(), mayCount);
            case "fib" -> fib(tokens.next());
            case "exthdr" -> exthdr(tokens.next());
            case "socket" -> socket(tokens.next());
            case "numgen" -> numgen(tokens.next());
            case "symhash" -> symhash(tokens.next());
            case "@" -> raw(tokens.next());
            default -> throw org.vethlab.program.CommandException.notSimulated("nft " + kind);
        };
    }

    /** What follows a header's name that has been read already. */
    Syntax header(Token protocol) {
        String name = protocol.kind();
        if (tokens.at("option") && (name.equals("tcp") || name.equals("ip"))) {
            tokens.next();
            return option(protocol);
        }
        Token field = tokens.peek();
        if (!List.of(FIELDS.getOrDefault(name, "").split(" ")).contains(field.kind())) {
            throw tokens.unexpected(expectedFields(name));
        }
        tokens.next();
        leaveType(field);
        String key = field.kind();
        if (name.equals("arp") && (key.equals("saddr") || key.equals("daddr"))) {
            Token family = tokens.expect("ether", "ip");
            tokens.leave(Scope.openedBy(family.text()));
            key += " " + family.kind();
        }
        tokens.leave(Scope.openedBy(protocol.text()));
        return new Syntax.Header(protocol.at().to(tokens.last()), name, key);
    }

    private static String[] expectedFields(String protocol) {
        return FIELDS.getOrDefault(protocol, "").split(" ");
    }

    private void leaveType(Token field) {
        if (field.is("type")) {
            tokens.leave(Scope.TYPE);
        }
    }

    private Syntax option(Token protocol) {
        Token option = tokens.peek();
        boolean tcp = protocol.is("tcp");
        if (tcp
                ? !TCP_OPTIONS.contains(option.kind())
                : !List.of("lsrr", "rr", "ssrr", "ra").contains(option.kind())) {
            throw tokens.unexpected("a", "b", "c", "d", "e");
        }
        tokens.next();
        Optional<String> field = Optional.empty();
        List<String> fields = tcp ? TCP_OPTION_FIELDS : List.of("type", "length", "value", "ptr", "addr");
        if (tokens.atAny(fields)) {
            field = Optional.of(tokens.next().kind());
        }
        tokens.leave(Scope.openedBy(protocol.text()));
        Location at = protocol.at().to(tokens.last());
        return new Syntax.Extension(at, protocol.kind() + " option " + option.kind(), field);
    }

    private Syntax extension(Token header) {
        Token field = tokens.peek();
        String[] fields = EXTENSIONS.getOrDefault(header.kind(), "").split(" ");
        if (!List.of(fields).contains(field.kind())) {
            throw tokens.unexpected(fields);
        }
        tokens.next();
        leaveType(field);
        tokens.leave(Scope.openedBy(header.text()));
        return new Syntax.Extension(header.at().to(field.at()), header.kind(), Optional.of(field.kind()));
    }

    private Syntax exthdr(Token exthdr) {
        Token header = tokens.expect("hbh", "rt", "frag", "dst", "mh");
        tokens.leave(Scope.openedBy(header.text()));
        return new Syntax.Extension(exthdr.at().to(header.at()), header.kind(), Optional.empty());
    }

    private Syntax routing(Token rt) {
        List<String> headerFields = List.of("nexthdr", "hdrlength", "type", "seg-left");
        if (tokens.atAny(headerFields)) {
            return extension(rt);
        }
        Optional<String> family = tokens.at("ip") || tokens.at("ip6") ? Optional.of(family()) : Optional.empty();
        Token key = tokens.expect("classid", "nexthop", "mtu", "ipsec");
        tokens.leave(Scope.RT);
        return new Syntax.Routing(rt.at().to(key.at()), key.kind(), family);
    }

    /** {@code ip} or {@code ip6} where it names a family only. */
    String family() {
        Token family = tokens.expect("ip", "ip6");
        tokens.leave(Scope.openedBy(family.text()));
        return family.kind();
    }

    private Syntax meta(Token meta) {
        Token key = tokens.next();
        tokens.leave(Scope.META);
        Location at = meta.at().to(key.at());
        if (UNQUALIFIED_META.contains(key.kind()) || QUALIFIED_META.contains(key.kind())) {
            return new Syntax.Meta(at, key.kind());
        }
        if (!key.is(Token.STRING)) {
            throw misplaced(key);
        }
        if (List.of(
                        "l4proto",
                        "nfproto",
                        "ibrpvid",
                        "ibrvproto",
                        "sdif",
                        "sdifname",
                        "bri_iifname",
                        "iifkind",
                        "oifkind",
                        "ibridgename",
                        "obridgename")
                .contains(key.text())) {
            return new Syntax.Meta(at, key.text());
        }
        throw new NftException(at, "syntax error, unexpected " + key.text() + ", known keys are " + KNOWN_META_KEYS);
    }

    private static NftException misplaced(Token token) {
        return new NftException(token.at(), "syntax error, unexpected " + token.kind());
    }

    private Syntax conntrack(Token ct, boolean mayCount) {
        Optional<String> direction = Optional.empty();
        if (tokens.at("original") || tokens.at("reply")) {
            direction = Optional.of(tokens.next().kind());
        }
        Token key = tokens.peek();
        String name = key.kind();
        if (direction.isPresent() && (name.equals("ip") || name.equals("ip6"))) {
            name = family();
            name += " " + tokens.expect("saddr", "daddr").kind();
        } else if (!isKey(name, direction.isPresent()) || name.equals("count") && !mayCount) {
            throw misplaced(key);
        } else {
            tokens.next();
        }
        if (!name.equals("count")) {
            tokens.leave(Scope.CT);
        }
        return new Syntax.Conntrack(ct.at().to(tokens.last()), name, direction);
    }

    private static boolean isKey(String name, boolean directed) {
        return EITHER_DIRECTION.contains(name) || (directed ? DIRECTED_CT_KEYS : CT_KEYS).contains(name);
    }

    private Syntax fib(Token fib) {
        List<String> keys = new ArrayList<>();
        do {
            keys.add(tokens.expect("saddr", "daddr", "mark", "iif", "oif").kind());
        } while (tokens.accept("."));
        Token result = tokens.expect("oif", "oifname", "type", ".");
        leaveType(result);
        tokens.leave(Scope.FIB);
        return new Syntax.Fib(fib.at().to(result.at()), keys, result.kind());
    }

    private Syntax socket(Token socket) {
        Token key = tokens.expect("transparent", "wildcard", "cgroupv2", "mark");
        tokens.leave(Scope.SOCKET);
        return new Syntax.Socket(socket.at().to(key.at()), key.kind());
    }

    private Syntax numgen(Token numgen) {
        Token mode = tokens.expect("random", "inc");
        tokens.expect("mod");
        long modulus = tokens.number();
        long offset = tokens.accept("offset") ? tokens.number() : 0;
        tokens.leave(Scope.NUMGEN);
        return new Syntax.NumberGenerator(numgen.at().to(tokens.last()), mode.kind(), modulus, offset);
    }

    private Syntax symhash(Token hash) {
        tokens.expect("mod");
        long modulus = tokens.number();
        long offset = tokens.accept("offset") ? tokens.number() : 0;
        tokens.leave(Scope.HASH);
        return new Syntax.Hash(hash.at().to(tokens.last()), Optional.empty(), modulus, Optional.empty(), offset);
    }

    private Syntax raw(Token sign) {
        Token base = tokens.expect("ll", "nh", "th", Token.STRING);
        if (base.is("th")) {
            tokens.leave(Scope.TH);
        }
        if (base.is(Token.STRING) && !base.text().equals("ih")) {
            throw new NftException(base.at(), "unknown raw payload base");
        }
        tokens.expect("comma");
        long offset = tokens.number();
        tokens.expect("comma");
        long length = tokens.number();
        tokens.leave(Scope.AT);
        return new Syntax.Raw(sign.at().to(tokens.last()), base.text(), offset, length);
    }
}
