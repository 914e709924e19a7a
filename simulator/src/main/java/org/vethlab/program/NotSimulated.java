package org.vethlab.program;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A program that students type, but that is not simulated. It says so: "command not found" would be Linux's answer where it
 * is not installed.
 */
record NotSimulated(String name, String directory) implements Program {
    private static final String SBIN = """
        arpd arp-scan bird birdc conntrack dcb devlink dhclient dhcpcd dnsmasq dhcpd fping genl hping3
        ifdown ifenslave ifquery ifup ipmaddr ipset iptunnel lldpcli lldpd mii-diag mii-tool mtr nameif
        ndptool nfct nft-sync ovs-vsctl ovs-ofctl pppd radvd radvdump rarp rtacct rtmon sshd teamd tipc
        vdpa vtysh xtables-monitor xtables-nft-multi zebra\
        """;
    private static final String BIN = """
        ab dig dumpcap ftp host hping iperf iperf3 ipcalc lnstat lsof ncat ndisc6 ndp netperf ngrep nload
        nmap nping nslookup nstat rdisc6 routel rltraceroute6 scapy scp sipcalc socat ssh tcptraceroute
        telnet teamdctl tftp tracepath tracepath6 tshark wget wg wg-quick whois wireshark\
        """;

    /** All of them, by name. */
    static final Map<String, NotSimulated> ALL = all();

    private static Map<String, NotSimulated> all() {
        Map<String, NotSimulated> all = new TreeMap<>(in("/usr/sbin/", SBIN));
        all.putAll(in("/usr/bin/", BIN));
        return all;
    }

    private static Map<String, NotSimulated> in(String directory, String names) {
        return Arrays.stream(names.split("\\s+"))
                .collect(Collectors.toMap(Function.identity(), name -> new NotSimulated(name, directory)));
    }

    @Override
    public String path() {
        return directory + name;
    }

    @Override
    public String summary() {
        return "not simulated";
    }

    @Override
    public int run(Context context) {
        throw CommandException.notSimulated(name);
    }

    @Override
    public List<String> notSimulated() {
        return List.of(name);
    }
}
