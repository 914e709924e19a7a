package org.vethlab.program.tcpdump;

import org.vethlab.addr.IpAddress;
import org.vethlab.wire.ChecksumOffload;
import org.vethlab.wire.PseudoHeader;

/**
 * What an IP packet carries.
 *
 * @param length of the payload, captured or not
 * @param fragmented more fragments follow, so that the checksum covers more than this
 * @param direct it stands behind the fixed header; behind another one, the addresses are not printed again with the ports
 */
record IpPayloadView(
        IpAddress source,
        IpAddress destination,
        int protocol,
        PacketView bytes,
        int length,
        boolean fragmented,
        boolean direct) {
    /** The folded sum of pseudo header and payload: 0xffff, as zero, if the checksum is right. */
    long sum() {
        return new PseudoHeader(source, destination, ChecksumOffload.NONE).sum(protocol, length) + bytes.sum(length);
    }
}
