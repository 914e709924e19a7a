package org.vethlab.program.ip;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.IpTunnel;
import org.vethlab.net.link.IpTunnelKind;
import org.vethlab.net.link.LinkKind;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.UsageText;

/** The kinds of device behind {@code type}: which there are, and what their words say. */
final class LinkKinds {
    /** The kinds that have a usage text of their own: {@code ip link help KIND}. */
    static final Set<String> WITH_HELP = Set.of(
            "amt",
            "bareudp",
            "batadv",
            "bond",
            "bond_slave",
            "bridge",
            "bridge_slave",
            "can",
            "dsa",
            "dummy",
            "erspan",
            "geneve",
            "gre",
            "gretap",
            "gtp",
            "hsr",
            "ifb",
            "ip6erspan",
            "ip6gre",
            "ip6gretap",
            "ip6tnl",
            "ipip",
            "ipoib",
            "ipvlan",
            "ipvtap",
            "macsec",
            "macvlan",
            "macvtap",
            "netdevsim",
            "nlmon",
            "rmnet",
            "sit",
            "team",
            "team_slave",
            "vcan",
            "veth",
            "virt_wifi",
            "vlan",
            "vrf",
            "vti",
            "vti6",
            "vxcan",
            "vxlan",
            "wwan",
            "xfrm");

    /** What iproute2 and Linux know besides. */
    private static final Set<String> KNOWN = Set.of(
            "amt",
            "bareudp",
            "batadv",
            "bond_slave",
            "can",
            "dsa",
            "erspan",
            "geneve",
            "gtp",
            "hsr",
            "ip6erspan",
            "ip6gre",
            "ip6gretap",
            "ip6tnl",
            "ipoib",
            "ipvtap",
            "macsec",
            "netdevsim",
            "netkit",
            "nlmon",
            "rmnet",
            "sit",
            "team",
            "team_slave",
            "vcan",
            "virt_wifi",
            "vrf_slave",
            "vti",
            "vti6",
            "vxcan",
            "wireguard",
            "wwan",
            "xfrm");

    private LinkKinds() {}

    /** The kinds that are refused, by name. */
    static List<String> notSimulated() {
        return KNOWN.stream().sorted().toList();
    }

    /**
     * Reads the words behind {@code type KIND}, all of them.
     *
     * @throws CommandException for words that the kind does not have, and for kinds that are not simulated
     */
    static KindWords parse(IpContext ip, String kind, Arguments words, boolean creates) {
        if (KNOWN.contains(kind)) {
            throw CommandException.notSimulated("type " + kind);
        }
        return switch (kind) {
            case "veth" -> VethWords.parse(ip, words, creates);
            case "bridge" -> BridgeWords.parse(words);
            case "bridge_slave" -> BridgePortWords.parse(ip, words);
            case "vlan" -> VlanWords.parse(words);
            case "macvlan", "macvtap" -> MacvlanWords.parse(kind, words);
            case "ipvlan" -> IpvlanWords.parse(words);
            case "ipip", "gre", "gretap" -> IpTunnelWords.parse(ip, tunnelKind(kind), words, Optional.empty());
            case "tun" -> tunnelsOfPrograms(creates);
            case "vxlan" -> VxlanWords.parse(ip, words, creates);
            case "bond" -> BondWords.parse(ip, words);
            case "vrf" -> VrfWords.parse(ip, words);
            case "ifb" -> KindWords.fixed(new LinkKind.Ifb(), words.rest().isEmpty());
            case "dummy" -> KindWords.fixed(new LinkKind.Dummy(), words.rest().isEmpty());
            default -> unknown(words);
        };
    }

    /** They are made by programs that open /dev/net/tun. */
    private static KindWords tunnelsOfPrograms(boolean creates) {
        if (creates) {
            throw new NetException(Errno.EOPNOTSUPP, "tun/tap creation via rtnetlink is not supported.");
        }
        return KindWords.fixed(Optional.empty(), true);
    }

    private static IpTunnelKind tunnelKind(String kind) {
        return switch (kind) {
            case "ipip" -> IpTunnelKind.IPIP;
            case "gre" -> IpTunnelKind.GRE;
            default -> IpTunnelKind.GRETAP;
        };
    }

    /** The words behind {@code type KIND} for a device that is there: a tunnel keeps what is not said. */
    static KindWords parseChange(IpContext ip, String kind, Arguments words, Device device) {
        if (device instanceof IpTunnel tunnel && tunnel.kind().equals(kind)) {
            return IpTunnelWords.parse(ip, tunnel.tunnelKind(), words, Optional.of(tunnel.settings4()));
        }
        return parse(ip, kind, words, false);
    }

    /** iproute2 passes on a name that it does not know; the kernel refuses it when a device is to be made of it. */
    private static KindWords unknown(Arguments words) {
        if (words.hasNext() && Arguments.matches(words.peek(), "help")) {
            throw new CommandException(
                    CommandException.USAGE, UsageText.of("ip-link").stripTrailing());
        }
        if (words.hasNext()) {
            throw new CommandException(
                    1, "Garbage instead of arguments \"" + words.peek() + " ...\". Try \"ip link help\".");
        }
        return KindWords.fixed(Optional.empty(), true);
    }

    /** What the kernel says to a kind that it does not have. */
    static NetException unknownType() {
        return new NetException(Errno.EOPNOTSUPP, "Unknown device type");
    }

    /** The usage text of a kind, as an error. */
    static CommandException help(String kind) {
        return new CommandException(1, UsageText.of("ip-link-" + kind).stripTrailing());
    }

    /** Complains about a word that a kind does not have, with its usage text. */
    static CommandException unknownWord(String complaint, String kind) {
        return new CommandException(
                1, complaint + "\n" + UsageText.of("ip-link-" + kind).stripTrailing());
    }
}
