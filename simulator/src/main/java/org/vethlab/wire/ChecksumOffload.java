package org.vethlab.wire;

/** Who computes the checksums of UDP and TCP. */
public enum ChecksumOffload {
    /** The sender: the bytes are as a network card puts them on a wire. */
    NONE,
    /**
     * The network card. A veth has none, so what Linux sends over it never gets its checksum: the field holds only the
     * sum of the pseudo header (CHECKSUM_PARTIAL), and tcpdump calls it bad.
     */
    TRANSMIT
}
