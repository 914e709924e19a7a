package org.vethlab.program.ping;

import org.vethlab.wire.Icmpv6Message;

/** What ping calls the kinds of ICMPv6 messages (print_icmp of iputils' ping6_common.c). */
final class Icmpv6Text {
    private Icmpv6Text() {}

    /** @param info the path MTU, or the pointer of a parameter problem */
    static String of(Icmpv6Message message, int info) {
        int code = message.code();
        return switch (message.type()) {
            case Icmpv6Message.DESTINATION_UNREACHABLE -> "Destination unreachable: " + unreachable(code);
            case Icmpv6Message.PACKET_TOO_BIG ->
                "Packet too big: mtu=" + Integer.toUnsignedString(info) + (code == 0 ? "" : ", code=" + code);
            case Icmpv6Message.TIME_EXCEEDED -> "Time exceeded: " + timeExceeded(code);
            case Icmpv6Message.PARAMETER_PROBLEM ->
                "Parameter problem: " + parameterProblem(code) + " at " + Integer.toUnsignedString(info);
            default -> "unknown icmp type: " + message.type();
        };
    }

    private static String unreachable(int code) {
        return switch (code) {
            case 0 -> "No route";
            case 1 -> "Administratively prohibited";
            case 2 -> "Beyond scope of source address";
            case 3 -> "Address unreachable";
            case 4 -> "Port unreachable";
            default -> "Unknown code " + code;
        };
    }

    private static String timeExceeded(int code) {
        return switch (code) {
            case 0 -> "Hop limit";
            case 1 -> "Defragmentation failure";
            default -> "code " + code;
        };
    }

    private static String parameterProblem(int code) {
        return switch (code) {
            case 0 -> "Wrong header field";
            case 1 -> "Unknown header";
            case 2 -> "Unknown option";
            default -> "code " + code;
        };
    }
}
