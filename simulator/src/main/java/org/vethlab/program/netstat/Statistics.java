package org.vethlab.program.netstat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.net.ipv4.Counter;
import org.vethlab.program.Context;

/** netstat -s: the counters of /proc/net/snmp in words. */
final class Statistics {
    /** A counter and what is said of it; {@code always} ones are shown when they are zero, too. */
    private record Line(String counter, String words, boolean always) {}

    private static final List<Line> IP = List.of(
            new Line("Forwarding", "Forwarding: %d", true),
            new Line("InReceives", "%d total packets received", true),
            new Line("InHdrErrors", "%d with invalid headers", false),
            new Line("InAddrErrors", "%d with invalid addresses", false),
            new Line("ForwDatagrams", "%d forwarded", true),
            new Line("InUnknownProtos", "%d with unknown protocol", false),
            new Line("InDiscards", "%d incoming packets discarded", true),
            new Line("InDelivers", "%d incoming packets delivered", true),
            new Line("OutRequests", "%d requests sent out", true),
            new Line("OutDiscards", "%d outgoing packets dropped", false),
            new Line("OutNoRoutes", "%d dropped because of missing route", false),
            new Line("ReasmTimeout", "%d fragments dropped after timeout", false),
            new Line("ReasmReqds", "%d reassemblies required", false),
            new Line("ReasmOKs", "%d packets reassembled ok", false),
            new Line("ReasmFails", "%d packet reassemblies failed", false),
            new Line("FragOKs", "%d fragments received ok", false),
            new Line("FragFails", "%d fragments failed", false),
            new Line("FragCreates", "%d fragments created", false),
            new Line("OutTransmits", "OutTransmits: %d", false));

    private static final List<Line> ICMP_IN = List.of(
            new Line("InDestUnreachs", "destination unreachable: %d", false),
            new Line("InTimeExcds", "timeout in transit: %d", false),
            new Line("InRedirects", "redirects: %d", false),
            new Line("InEchos", "echo requests: %d", false),
            new Line("InEchoReps", "echo replies: %d", false));

    private static final List<Line> ICMP_LIMITS = List.of(new Line("OutRateLimitHost", "OutRateLimitHost: %d", false));

    private static final List<Line> ICMP_OUT = List.of(
            new Line("OutDestUnreachs", "destination unreachable: %d", false),
            new Line("OutTimeExcds", "time exceeded: %d", false),
            new Line("OutRedirects", "redirect: %d", false),
            new Line("OutEchos", "echo requests: %d", false),
            new Line("OutEchoReps", "echo replies: %d", false));

    private static final List<Line> TCP = List.of(
            new Line("ActiveOpens", "%d active connection openings", true),
            new Line("PassiveOpens", "%d passive connection openings", true),
            new Line("AttemptFails", "%d failed connection attempts", true),
            new Line("EstabResets", "%d connection resets received", true),
            new Line("CurrEstab", "%d connections established", true),
            new Line("InSegs", "%d segments received", true),
            new Line("OutSegs", "%d segments sent out", true),
            new Line("RetransSegs", "%d segments retransmitted", true),
            new Line("InErrs", "%d bad segments received", true),
            new Line("OutRsts", "%d resets sent", true));

    private static final List<Line> UDP = List.of(
            new Line("InDatagrams", "%d packets received", true),
            new Line("NoPorts", "%d packets to unknown port received", true),
            new Line("InErrors", "%d packet receive errors", true),
            new Line("OutDatagrams", "%d packets sent", true),
            new Line("RcvbufErrors", "%d receive buffer errors", true),
            new Line("SndbufErrors", "%d send buffer errors", true));

    /** What /proc/net/netstat has of IP; nothing is said of zeros. */
    private static final List<Counter> IP_EXTENSIONS = List.of(
            Counter.IpExtInMcastPkts,
            Counter.IpExtOutMcastPkts,
            Counter.IpExtInBcastPkts,
            Counter.IpExtOutBcastPkts,
            Counter.IpExtInOctets,
            Counter.IpExtOutOctets,
            Counter.IpExtInMcastOctets,
            Counter.IpExtOutMcastOctets,
            Counter.IpExtInBcastOctets,
            Counter.IpExtOutBcastOctets,
            Counter.IpExtInNoECTPkts,
            Counter.IpExtInECT1Pkts,
            Counter.IpExtInECT0Pkts,
            Counter.IpExtInCEPkts);

    private static final String SECTION = "IpExt";

    private Statistics() {}

    static String text(Context context, NetstatOptions options) {
        Map<String, Long> counters = read(context);
        StringBuilder text = new StringBuilder();
        boolean all = !options.has("t") && !options.has("u") && !options.has("w");
        if (all || options.has("w")) {
            text.append("Ip:\n").append(lines("Ip", IP, counters, "    ")).append(icmp(counters));
        }
        text.append(messages(context, all || options.has("w") ? "        " : "    "));
        if (all || options.has("t")) {
            text.append("Tcp:\n").append(lines("Tcp", TCP, counters, "    "));
        }
        if (all || options.has("u")) {
            text.append("Udp:\n").append(lines("Udp", UDP, counters, "    "));
        }
        text.append("UdpLite:\n");
        if (all || options.has("t")) {
            text.append("TcpExt:\n    0 packet headers predicted\n");
        }
        return text.append("IpExt:\n")
                .append(extensions(context))
                .append("MPTcpExt:\n")
                .toString();
    }

    private static String extensions(Context context) {
        StringBuilder text = new StringBuilder();
        for (Counter counter : IP_EXTENSIONS) {
            long value = context.net().ipv4().counters().get(counter);
            String name = counter.name().substring(SECTION.length());
            text.append(value == 0 ? "" : "    " + name + ": " + value + "\n");
        }
        return text.toString();
    }

    /** Messages by their types. Surprising: they are shown whatever was asked for, then less indented. */
    private static String messages(Context context, String indent) {
        String text = new String(context.files().read("/proc/net/snmp"), StandardCharsets.UTF_8);
        String[] rows = text.lines().filter(line -> line.startsWith("IcmpMsg:")).toArray(String[]::new);
        if (rows.length < 2) {
            return "";
        }
        String[] names = rows[0].split(" ");
        String[] values = rows[1].split(" ");
        StringBuilder lines = new StringBuilder("IcmpMsg:\n");
        for (int i = 1; i < names.length; i++) {
            lines.append(indent).append(names[i]).append(": ").append(values[i]).append('\n');
        }
        return lines.toString();
    }

    private static String icmp(Map<String, Long> counters) {
        return "Icmp:\n    " + counters.getOrDefault("IcmpInMsgs", 0L) + " ICMP messages received\n    "
                + counters.getOrDefault("IcmpInErrors", 0L) + " input ICMP message failed\n"
                + "    ICMP input histogram:\n" + lines("Icmp", ICMP_IN, counters, "        ")
                + "    " + counters.getOrDefault("IcmpOutMsgs", 0L) + " ICMP messages sent\n"
                + "    0 ICMP messages failed\n"
                + lines("Icmp", ICMP_LIMITS, counters, "    ")
                + "    ICMP output histogram:\n" + lines("Icmp", ICMP_OUT, counters, "        ");
    }

    private static String lines(String protocol, List<Line> lines, Map<String, Long> counters, String indent) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            long value = counters.getOrDefault(protocol + line.counter(), 0L);
            if (line.always() || value > 0) {
                text.append(indent)
                        .append(line.words().replace("%d", Long.toString(value)))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static Map<String, Long> read(Context context) {
        Map<String, Long> counters = new HashMap<>();
        String[] lines = new String(context.files().read("/proc/net/snmp"), StandardCharsets.UTF_8).split("\n");
        for (int i = 0; i + 1 < lines.length; i += 2) {
            String[] names = lines[i].split(" ");
            String[] values = lines[i + 1].split(" ");
            for (int j = 1; j < names.length; j++) {
                counters.put(names[0].replace(":", "") + names[j], Long.parseLong(values[j]));
            }
        }
        return counters;
    }
}
