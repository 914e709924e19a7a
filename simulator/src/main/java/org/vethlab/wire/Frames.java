package org.vethlab.wire;

import org.vethlab.addr.MacAddress;

/** Ethernet frames and their bytes. */
public final class Frames {
    private Frames() {}

    /**
     * Reads a whole frame, verifying lengths and checksums.
     *
     * @throws WireException when the bytes are no frame
     */
    public static EthernetFrame read(byte[] bytes) {
        return EthernetFrame.read(new ByteReader(bytes));
    }

    /** The frame as a network card puts it on a wire, all checksums computed. */
    public static byte[] write(EthernetFrame frame) {
        return write(frame, ChecksumOffload.NONE);
    }

    public static byte[] write(EthernetFrame frame, ChecksumOffload offload) {
        ByteWriter out = new ByteWriter(frame.length());
        frame.write(out, offload);
        return out.toByteArray();
    }

    /** What a frame carries, without its header, all checksums computed. */
    public static byte[] payload(EthernetFrame frame) {
        ByteWriter out = new ByteWriter(frame.payload().length());
        frame.payload().write(out, ChecksumOffload.NONE);
        return out.toByteArray();
    }

    /**
     * A packet as devices without an Ethernet header have it: in a frame from nobody to nobody.
     *
     * @throws WireException when the bytes are no such packet
     */
    public static EthernetFrame bare(int etherType, byte[] packet) {
        Payload payload = Payload.read(etherType, new ByteReader(packet));
        return new EthernetFrame(MacAddress.ZERO, MacAddress.ZERO, payload);
    }
}
