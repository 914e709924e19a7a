package org.vethlab.program.iptables;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.NetException;
import org.vethlab.net.filter.xt.RecentList;
import org.vethlab.program.Context;
import org.vethlab.program.HostNames;
import org.vethlab.program.Numbers;

/** Names and numbers of protocols, ports and hosts: those of /etc/services, /etc/protocols, /etc/networks and /etc/hosts. */
public final class Names {
    /** What iptables knows itself (xtables_chain_protos). */
    private static final Map<String, Integer> PROTOCOLS = Map.ofEntries(
            Map.entry("tcp", 6),
            Map.entry("sctp", 132),
            Map.entry("udp", 17),
            Map.entry("udplite", 136),
            Map.entry("icmp", 1),
            Map.entry("icmpv6", 58),
            Map.entry("ipv6-icmp", 58),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("ipv6-mh", 135),
            Map.entry("mh", 135),
            Map.entry("all", 0));

    private final Context context;
    private final Variant variant;

    public Names(Context context, Variant variant) {
        this.context = context;
        this.variant = variant;
    }

    /** @throws CommandException for an unknown protocol */
    public int protocol(String word) {
        long number = Numbers.unsigned(word, 8).orElse(-1);
        String name = word.toLowerCase(Locale.ROOT);
        if (number >= 0) {
            return (int) number;
        }
        Optional<Integer> listed = rows("protocols").stream()
                .filter(row -> row.size() > 1
                        && (row.get(0).equals(name)
                                || row.subList(2, row.size()).contains(name)))
                .findFirst()
                .map(row -> Integer.parseInt(row.get(1)));
        return Optional.ofNullable(PROTOCOLS.get(name))
                .or(() -> listed)
                .orElseThrow(() -> Failure.parameter("unknown protocol \"" + word + "\" specified"));
    }

    /** The name of a protocol; its number if it has none. */
    public String protocolName(int number) {
        return switch (number) {
            case 0 -> "all";
            case 1 -> "icmp";
            case 6 -> "tcp";
            case 17 -> "udp";
            case 58 -> "ipv6-icmp";
            default ->
                rows("protocols").stream()
                        .filter(row -> row.size() > 1 && row.get(1).equals(Integer.toString(number)))
                        .findFirst()
                        .map(row -> row.get(0))
                        .orElse(Integer.toString(number));
        };
    }

    /** A port by number or name. @throws CommandException for an unknown one */
    public int port(String word, int protocol) {
        long number = Numbers.unsigned(word, 16).orElse(-1);
        if (number >= 0) {
            return (int) number;
        }
        String suffix = protocol == 0 ? "/" : "/" + protocolName(protocol);
        return rows("services").stream()
                .filter(row -> row.size() > 1
                        && (row.get(0).equals(word)
                                || row.subList(2, row.size()).contains(word)))
                .filter(row -> row.get(1).contains(suffix))
                .findFirst()
                .map(row -> Integer.parseInt(row.get(1).substring(0, row.get(1).indexOf('/'))))
                .orElseThrow(() -> Failure.parameter("invalid port/service `" + word + "' specified"));
    }

    /** The name of a port, or its number. */
    public String portName(int port, int protocol) {
        String wanted = port + "/" + protocolName(protocol);
        return rows("services").stream()
                .filter(row -> row.size() > 1 && row.get(1).equals(wanted))
                .findFirst()
                .map(row -> row.get(0))
                .orElse(Integer.toString(port));
    }

    /** An IPv4 host, by number or name. @throws CommandException if there is none */
    public Ipv4Address host(String word) {
        return HostNames.resolve(context, word)
                .orElseThrow(() -> Failure.parameter("host/network `" + word + "' not found"));
    }

    /** What an address is called: its host's name, its network's, or the address itself. */
    public String addressName(IpAddress address) {
        if (!(address instanceof Ipv4Address ipv4)) {
            return address.toString();
        }
        Optional<String> network = rows("networks").stream()
                .filter(row -> row.size() > 1 && row.get(1).equals(ipv4.toString()))
                .findFirst()
                .map(row -> row.get(0));
        return HostNames.nameOf(context, ipv4).or(() -> network).orElse(ipv4.toString());
    }

    /** The kernel's list of addresses of a name ({@code -m recent}). */
    public RecentList recentList(String name) {
        return context.net().netfilter().recentList(name, variant.isIpv6());
    }

    private List<List<String>> rows(String file) {
        List<List<String>> rows = new ArrayList<>();
        try {
            new String(context.files().read("/etc/" + file), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> rows.add(List.of(line.split("\\s+"))));
        } catch (NetException missing) {
            return rows;
        }
        return rows;
    }
}
