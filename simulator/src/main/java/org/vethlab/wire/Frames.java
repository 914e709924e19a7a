package org.vethlab.wire;

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
}
