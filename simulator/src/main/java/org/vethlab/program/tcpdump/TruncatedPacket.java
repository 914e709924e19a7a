package org.vethlab.program.tcpdump;

/** A printer wanted bytes that were not captured: the line ends with {@code [|protocol]}. */
final class TruncatedPacket extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TruncatedPacket() {
        super("truncated", null, false, false);
    }
}
