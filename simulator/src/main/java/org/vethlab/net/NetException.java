package org.vethlab.net;

import java.util.Optional;

/**
 * A system call or netlink request that the kernel refuses: an error number and, where Linux gives one, the text of its
 * extended acknowledgement ({@code NL_SET_ERR_MSG}), which iproute2 prints as {@code Error: TEXT}.
 */
public final class NetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Errno errno;
    private final String extendedAck;

    public NetException(Errno errno) {
        this(errno, "");
    }

    public NetException(Errno errno, String extendedAck) {
        super(extendedAck.isEmpty() ? errno.text() : extendedAck, null, false, false);
        this.errno = errno;
        this.extendedAck = extendedAck;
    }

    public Errno errno() {
        return errno;
    }

    public Optional<String> extendedAck() {
        return extendedAck.isEmpty() ? Optional.empty() : Optional.of(extendedAck);
    }
}
