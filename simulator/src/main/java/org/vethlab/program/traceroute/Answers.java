package org.vethlab.program.traceroute;

import org.vethlab.wire.IcmpMessage;

/** What ICMP errors mean to a trace. */
final class Answers {
    private Answers() {}

    /** Notes an error about a probe: time exceeded is a hop on the way, all others end it. */
    static void note(Probe probe, IcmpMessage error) {
        if (error.type() == IcmpMessage.TIME_EXCEEDED && error.code() == 0) {
            return;
        }
        probe.error = error.type() == IcmpMessage.DESTINATION_UNREACHABLE
                ? unreachable(error.code(), error.rest() & 0xffff)
                : "!<" + error.type() + "-" + error.code() + ">";
        probe.last = true;
    }

    private static String unreachable(int code, int mtu) {
        return switch (code) {
            case 0, 6, 8, 11 -> "!N";
            case 1, 7, 12 -> "!H";
            case 2 -> "!P";
            case 3 -> "";
            case 4 -> "!F-" + mtu;
            case 5 -> "!S";
            case 9, 10, 13 -> "!X";
            case 14 -> "!V";
            case 15 -> "!C";
            default -> "!<" + code + ">";
        };
    }
}
