package org.vethlab.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.net.Namespace;
import org.vethlab.net.ipv4.Counter;
import org.vethlab.net.tcp.TcpState;

/** /proc/net/snmp: the counters of RFC 1213. */
final class ProcNetSnmp {
    private static final String IP = "Forwarding DefaultTTL InReceives InHdrErrors InAddrErrors ForwDatagrams"
            + " InUnknownProtos InDiscards InDelivers OutRequests OutDiscards OutNoRoutes ReasmTimeout ReasmReqds ReasmOKs"
            + " ReasmFails FragOKs FragFails FragCreates OutTransmits";
    private static final String ICMP =
            "InMsgs InErrors InCsumErrors InDestUnreachs InTimeExcds InParmProbs InSrcQuenchs InRedirects InEchos"
                    + " InEchoReps InTimestamps InTimestampReps InAddrMasks InAddrMaskReps OutMsgs OutErrors"
                    + " OutRateLimitGlobal OutRateLimitHost OutDestUnreachs OutTimeExcds OutParmProbs OutSrcQuenchs"
                    + " OutRedirects OutEchos OutEchoReps OutTimestamps OutTimestampReps OutAddrMasks OutAddrMaskReps";
    private static final String TCP = "RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens PassiveOpens AttemptFails"
            + " EstabResets CurrEstab InSegs OutSegs RetransSegs InErrs OutRsts InCsumErrors";
    private static final String UDP = "InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors InCsumErrors"
            + " IgnoredMulti MemErrors";

    private static final Map<String, String> MESSAGES = new LinkedHashMap<>();

    static {
        MESSAGES.put("InType0", "IcmpInEchoReps");
        MESSAGES.put("InType3", "IcmpInDestUnreachs");
        MESSAGES.put("InType5", "IcmpInRedirects");
        MESSAGES.put("InType8", "IcmpInEchos");
        MESSAGES.put("InType11", "IcmpInTimeExcds");
        MESSAGES.put("OutType0", "IcmpOutEchoReps");
        MESSAGES.put("OutType3", "IcmpOutDestUnreachs");
        MESSAGES.put("OutType5", "IcmpOutRedirects");
        MESSAGES.put("OutType8", "IcmpOutEchos");
        MESSAGES.put("OutType11", "IcmpOutTimeExcds");
    }

    private ProcNetSnmp() {}

    static String text(Namespace net) {
        Map<String, Long> values = new HashMap<>();
        for (Counter counter : Counter.values()) {
            values.put(counter.name(), net.ipv4().counters().get(counter));
        }
        boolean forwarding =
                net.sysctls().read("net/ipv4/ip_forward").filter("1"::equals).isPresent();
        values.put("IpForwarding", forwarding ? 1L : 2L);
        values.put("IpDefaultTTL", (long) net.sysctls().number("net/ipv4/ip_default_ttl"));
        values.put("TcpRtoAlgorithm", 1L);
        values.put("TcpRtoMin", 200L);
        values.put("TcpRtoMax", 120_000L);
        values.put("TcpMaxConn", -1L);
        values.put(
                "TcpCurrEstab",
                net.tcp().rows().stream()
                        .filter(row -> row.state() == TcpState.ESTABLISHED || row.state() == TcpState.CLOSE_WAIT)
                        .count());
        return rows("Ip", IP, values)
                + rows("Icmp", ICMP, values)
                + messages(values)
                + rows("Tcp", TCP, values)
                + rows("Udp", UDP, values)
                + rows("UdpLite", UDP, values);
    }

    /** By type, and only what there was (icmpmsg_put). */
    private static String messages(Map<String, Long> values) {
        List<String> names = new ArrayList<>();
        Map<String, Long> counts = new HashMap<>();
        MESSAGES.forEach((name, counter) -> {
            long count = values.getOrDefault(counter, 0L);
            if (count > 0) {
                names.add(name);
                counts.put("IcmpMsg" + name, count);
            }
        });
        return names.isEmpty() ? "" : rows("IcmpMsg", String.join(" ", names), counts);
    }

    private static String rows(String protocol, String names, Map<String, Long> values) {
        StringBuilder numbers = new StringBuilder(protocol).append(':');
        for (String name : names.split(" ")) {
            numbers.append(' ').append(values.getOrDefault(protocol + name, 0L));
        }
        return protocol + ": " + names + "\n" + numbers + "\n";
    }
}
