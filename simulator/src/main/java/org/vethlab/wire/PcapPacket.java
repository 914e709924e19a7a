package org.vethlab.wire;

/**
 * A packet of a pcap file.
 *
 * @param time nanoseconds since 1970
 * @param bytes what was captured, from the link-layer header on; never changed
 * @param length of the whole packet, of which no more than the snapshot length was captured
 */
public record PcapPacket(long time, byte[] bytes, int length) {}
