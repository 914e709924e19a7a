package org.vethlab.program.iptables.extension;

import java.util.Map;
import java.util.Optional;
import org.vethlab.net.filter.xt.IcmpMatch;

/** {@code -m icmp} and {@code -m icmp6}. */
final class IcmpExtension extends Extension<IcmpMatch> {
    /** The names that nft has for ICMP's types. */
    private static final Map<Integer, String> NFT = Map.ofEntries(
            Map.entry(0, "echo-reply"),
            Map.entry(3, "destination-unreachable"),
            Map.entry(4, "source-quench"),
            Map.entry(5, "redirect"),
            Map.entry(8, "echo-request"),
            Map.entry(9, "router-advertisement"),
            Map.entry(10, "router-solicitation"),
            Map.entry(11, "time-exceeded"),
            Map.entry(12, "parameter-problem"),
            Map.entry(13, "timestamp-request"),
            Map.entry(14, "timestamp-reply"),
            Map.entry(17, "address-mask-request"),
            Map.entry(18, "address-mask-reply"));

    /** The names that nft has for ICMPv6's types. */
    private static final Map<Integer, String> NFT6 = Map.ofEntries(
            Map.entry(1, "destination-unreachable"),
            Map.entry(2, "packet-too-big"),
            Map.entry(3, "time-exceeded"),
            Map.entry(4, "parameter-problem"),
            Map.entry(128, "echo-request"),
            Map.entry(129, "echo-reply"),
            Map.entry(130, "mld-listener-query"),
            Map.entry(131, "mld-listener-report"),
            Map.entry(132, "mld-listener-done"),
            Map.entry(133, "nd-router-solicit"),
            Map.entry(134, "nd-router-advert"),
            Map.entry(135, "nd-neighbor-solicit"),
            Map.entry(136, "nd-neighbor-advert"),
            Map.entry(137, "nd-redirect"));

    private final boolean ipv6;
    private final String option;

    IcmpExtension(boolean ipv6) {
        super(ipv6 ? "icmp6" : "icmp", IcmpMatch.class, Flag.invertible(ipv6 ? "icmpv6-type" : "icmp-type"));
        this.ipv6 = ipv6;
        this.option = ipv6 ? "icmpv6-type" : "icmp-type";
    }

    private IcmpTypes types() {
        return ipv6 ? IcmpTypes.IPV6 : IcmpTypes.IPV4;
    }

    @Override
    public IcmpMatch build(Given given) {
        Given.Use use = given.required(option);
        IcmpTypes.Row row = types().parse(use.value());
        return new IcmpMatch(name(), row.type(), row.codes(), use.inverted());
    }

    @Override
    protected String listed(IcmpMatch match, ListStyle style) {
        String label = ipv6 ? "ipv6-icmp" : "icmp";
        String not = match.inverted() ? "!" : "";
        Optional<String> name = types().name(match);
        if (!style.numeric() && name.isPresent()) {
            return " " + label + " " + not + name.get();
        }
        String type = match.inverted() ? " " + label + " !type " + match.type() : " " + label + "type " + match.type();
        return type + (IcmpTypes.hasAllCodes(match) ? "" : " code " + PortWords.text(match.codes(), "-"));
    }

    @Override
    protected String saved(IcmpMatch match) {
        String type = match.type() == IcmpMatch.ANY && !ipv6 ? "any" : Integer.toString(match.type());
        String code = IcmpTypes.hasAllCodes(match) ? "" : "/" + match.codes().first();
        return (match.inverted() ? " ! --" : " --") + option + " " + type + code;
    }

    @Override
    protected Optional<String> translated(IcmpMatch match) {
        if (match.type() == IcmpMatch.ANY && !ipv6) {
            return Optional.of("ip protocol icmp");
        }
        if (!IcmpTypes.hasAllCodes(match)) {
            return Optional.empty();
        }
        String type = (ipv6 ? NFT6 : NFT).getOrDefault(match.type(), Integer.toString(match.type()));
        return Optional.of((ipv6 ? "icmpv6" : "icmp") + " type " + (match.inverted() ? "!= " : "") + type);
    }
}
