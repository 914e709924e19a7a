package org.vethlab.file;

import java.util.HashMap;
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
            "InMsgs InErrors InCsumErrors InDestUnreachs InTimeExcds InParmProbs InSrcQuenchs"
                    + " InRedirects InEchos InEchoReps InTimestamps InTimestampReps InAddrMasks InAddrMaskReps OutMsgs OutErrors"
                    + " OutRateLimitGlobal OutRateLimitHost OutDestUnreachs OutTimeExcds OutParmProbs OutSrcQuenchs OutRedirects"
                    + " OutEchos OutEchoReps OutTimestamps OutTimestampReps OutAddrMasks OutAddrMaskReps";
    private static final String TCP = "RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens PassiveOpens AttemptFails"
            + " EstabResets CurrEstab InSegs OutSegs RetransSegs InErrs OutRsts InCsumErrors";
    private static final String UDP = "InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors InCsumErrors"
            + " IgnoredMulti MemErrors";

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
                + rows("Tcp", TCP, values)
                + rows("Udp", UDP, values)
                + rows("UdpLite", UDP, values);
    }

    private static String rows(String protocol, String names, Map<String, Long> values) {
        StringBuilder numbers = new StringBuilder(protocol).append(':');
        for (String name : names.split(" ")) {
            numbers.append(' ').append(values.getOrDefault(protocol + name, 0L));
        }
        return protocol + ": " + names + "\n" + numbers + "\n";
    }
}
