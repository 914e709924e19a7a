package org.vethlab.program.iptables.extension;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Reject;
import org.vethlab.net.filter.xt.RejectTarget;
import org.vethlab.program.iptables.Failure;

/** {@code -j REJECT}. */
final class RejectExtension extends Extension<RejectTarget> {
    private static final int TCP = 6;
    private static final List<Kind> IPV4 = List.of(
            new Kind("icmp-net-unreachable", "net-unreach", 0, "net-unreachable"),
            new Kind("icmp-host-unreachable", "host-unreach", 1, "host-unreachable"),
            new Kind("icmp-proto-unreachable", "proto-unreach", 2, "prot-unreachable"),
            new Kind("icmp-port-unreachable", "port-unreach", 3, ""),
            new Kind("icmp-net-prohibited", "net-prohib", 9, "net-prohibited"),
            new Kind("icmp-host-prohibited", "host-prohib", 10, "host-prohibited"),
            new Kind("icmp-admin-prohibited", "admin-prohib", 13, "admin-prohibited"));
    private static final List<Kind> IPV6 = List.of(
            new Kind("icmp6-no-route", "no-route", 0, "no-route"),
            new Kind("icmp6-adm-prohibited", "adm-prohibited", 1, "admin-prohibited"),
            new Kind("icmp6-addr-unreachable", "addr-unreach", 3, "addr-unreachable"),
            new Kind("icmp6-port-unreachable", "port-unreach", 4, ""),
            new Kind("icmp6-policy-fail", "policy-fail", 5, "policy-fail"),
            new Kind("icmp6-reject-route", "reject-route", 6, "reject-route"));

    private final List<Kind> kinds;
    private final int usual;

    RejectExtension(boolean ipv6) {
        super("REJECT", RejectTarget.class, Flag.value("reject-with"));
        this.kinds = ipv6 ? IPV6 : IPV4;
        this.usual = ipv6 ? 4 : 3;
    }

    /** A code with its names in iptables and nft. */
    private record Kind(String name, String alias, int code, String nft) {}

    @Override
    public RejectTarget build(Given given) {
        boolean tcp = given.isFor(TCP);
        Optional<String> word = given.value("reject-with");
        if (word.isEmpty()) {
            return new RejectTarget(new Reject(Reject.Kind.UNREACHABLE, usual), tcp);
        }
        for (Kind kind : kinds) {
            if (kind.name().startsWith(word.get()) || kind.alias().startsWith(word.get())) {
                return new RejectTarget(new Reject(Reject.Kind.UNREACHABLE, kind.code()), tcp);
            }
        }
        if ("tcp-reset".startsWith(word.get()) || "tcp-rst".startsWith(word.get())) {
            return new RejectTarget(new Reject(Reject.Kind.TCP_RESET, 0), tcp);
        }
        throw Failure.parameter("unknown reject type \"" + word.get() + "\"");
    }

    private Optional<Kind> kind(RejectTarget target) {
        return kinds.stream()
                .filter(kind -> kind.code() == target.reject().code())
                .filter(kind -> target.reject().kind() != Reject.Kind.TCP_RESET)
                .findFirst();
    }

    @Override
    protected String listed(RejectTarget target, ListStyle style) {
        return " reject-with " + kind(target).map(Kind::name).orElse("tcp-reset");
    }

    @Override
    protected String saved(RejectTarget target) {
        return " --reject-with " + kind(target).map(Kind::name).orElse("tcp-reset");
    }

    @Override
    protected Optional<String> translated(RejectTarget target) {
        Optional<Kind> kind = kind(target);
        if (kind.isEmpty()) {
            return Optional.of("reject with tcp reset");
        }
        String family = kinds == IPV6 ? "icmpv6" : "icmp";
        return Optional.of(
                kind.get().nft().isEmpty()
                        ? "reject"
                        : "reject with " + family + " type " + kind.get().nft());
    }
}
