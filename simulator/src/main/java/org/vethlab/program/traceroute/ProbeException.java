package org.vethlab.program.traceroute;

import org.vethlab.net.Errno;

/** A system call that fails and ends the trace: its name and what strerror says. */
final class ProbeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String text;

    ProbeException(String call, Errno errno) {
        super(call, null, false, false);
        this.text = call + ": " + errno.text();
    }

    String text() {
        return text;
    }
}
