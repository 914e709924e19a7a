package org.vethlab.net.socket;

import org.vethlab.net.Errno;
import org.vethlab.wire.IcmpMessage;
import org.vethlab.wire.Icmpv6Message;

/** What an ICMP error means to a socket (icmp_err_convert, raw_err, __udp4_lib_err). */
final class IcmpErrorMeaning {

    private IcmpErrorMeaning() {}

    static Errno of(IcmpMessage error) {
        return switch (error.type()) {
            case IcmpMessage.DESTINATION_UNREACHABLE -> ofUnreachable(error.code());
            case IcmpMessage.PARAMETER_PROBLEM -> Errno.EPROTO;
            default -> Errno.EHOSTUNREACH;
        };
    }

    /** Whether a UDP socket without IP_RECVERR hears of it: what may pass by itself is kept from it. */
    static boolean isFatal(IcmpMessage error) {
        return switch (error.type()) {
            case IcmpMessage.DESTINATION_UNREACHABLE ->
                switch (error.code()) {
                    case 2, 3, 6, 7, 8, 9, 10, 13, 14, 15 -> true;
                    default -> false;
                };
            case IcmpMessage.PARAMETER_PROBLEM -> true;
            default -> false;
        };
    }

    /** icmpv6_err_convert. */
    static Errno of(Icmpv6Message error) {
        return switch (error.type()) {
            case Icmpv6Message.DESTINATION_UNREACHABLE ->
                switch (error.code()) {
                    case 0 -> Errno.ENETUNREACH;
                    case 1, 5, 6 -> Errno.EACCES;
                    case 4 -> Errno.ECONNREFUSED;
                    default -> Errno.EHOSTUNREACH;
                };
            case Icmpv6Message.PACKET_TOO_BIG -> Errno.EMSGSIZE;
            case Icmpv6Message.PARAMETER_PROBLEM -> Errno.EPROTO;
            default -> Errno.EHOSTUNREACH;
        };
    }

    static boolean isFatal(Icmpv6Message error) {
        boolean refusal =
                error.type() == Icmpv6Message.DESTINATION_UNREACHABLE && (error.code() == 1 || error.code() >= 4);
        return refusal || error.type() == Icmpv6Message.PARAMETER_PROBLEM;
    }

    private static Errno ofUnreachable(int code) {
        return switch (code) {
            case 0, 6, 9, 11 -> Errno.ENETUNREACH;
            case 2 -> Errno.ENOPROTOOPT;
            case 3 -> Errno.ECONNREFUSED;
            case 4 -> Errno.EMSGSIZE;
            case 5 -> Errno.EOPNOTSUPP;
            case 7 -> Errno.EHOSTDOWN;
            case 8 -> Errno.ENONET;
            default -> Errno.EHOSTUNREACH;
        };
    }
}
