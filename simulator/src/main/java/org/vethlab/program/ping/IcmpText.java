package org.vethlab.program.ping;

import org.vethlab.wire.IcmpMessage;

/** What ping calls the kinds of ICMP messages (pr_icmph of iputils). */
final class IcmpText {
    private static final int SOURCE_QUENCH = 4;

    private IcmpText() {}

    /** @param info the path MTU, or the pointer of a parameter problem */
    static String of(IcmpMessage message, int info) {
        return switch (message.type()) {
            case IcmpMessage.DESTINATION_UNREACHABLE -> unreachable(message.code(), info);
            case SOURCE_QUENCH -> "Source Quench";
            case IcmpMessage.REDIRECT -> redirect(message.code());
            case IcmpMessage.TIME_EXCEEDED -> timeExceeded(message.code());
            case IcmpMessage.PARAMETER_PROBLEM -> "Parameter problem: pointer = " + info;
            default -> "Bad ICMP type: " + message.type();
        };
    }

    private static String unreachable(int code, int mtu) {
        return switch (code) {
            case 0 -> "Destination Net Unreachable";
            case 1 -> "Destination Host Unreachable";
            case 2 -> "Destination Protocol Unreachable";
            case 3 -> "Destination Port Unreachable";
            case 4 -> "Frag needed and DF set (mtu = " + mtu + ")";
            case 5 -> "Source Route Failed";
            case 6 -> "Destination Net Unknown";
            case 7 -> "Destination Host Unknown";
            case 8 -> "Source Host Isolated";
            case 9 -> "Destination Net Prohibited";
            case 10 -> "Destination Host Prohibited";
            case 11 -> "Destination Net Unreachable for Type of Service";
            case 12 -> "Destination Host Unreachable for Type of Service";
            case 13 -> "Packet filtered";
            case 14 -> "Precedence Violation";
            case 15 -> "Precedence Cutoff";
            default -> "Dest Unreachable, Bad Code: " + code;
        };
    }

    private static String redirect(int code) {
        return switch (code) {
            case 0 -> "Redirect Network";
            case 1 -> "Redirect Host";
            case 2 -> "Redirect Type of Service and Network";
            case 3 -> "Redirect Type of Service and Host";
            default -> "Redirect, Bad Code: " + code;
        };
    }

    private static String timeExceeded(int code) {
        return switch (code) {
            case 0 -> "Time to live exceeded";
            case 1 -> "Frag reassembly time exceeded";
            default -> "Time exceeded, Bad Code: " + code;
        };
    }
}
