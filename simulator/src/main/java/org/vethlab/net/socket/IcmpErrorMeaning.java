package org.vethlab.net.socket;

import org.vethlab.net.Errno;
import org.vethlab.wire.IcmpMessage;

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
