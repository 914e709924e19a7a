package org.vethlab.wire;

import java.util.Arrays;

/** The header of VXLAN (RFC 7348, 5): a flag that says "there is a VNI", and the VNI. */
public final class VxlanHeader {
    public static final int LENGTH = 8;

    private static final int HAS_VNI = 0x08;

    private VxlanHeader() {}

    /** The VNI of a datagram's data; -1 if there is none. */
    public static int vni(byte[] data) {
        if (data.length < LENGTH || (data[0] & HAS_VNI) == 0) {
            return -1;
        }
        return new ByteReader(Arrays.copyOfRange(data, 4, LENGTH)).u32() >>> 8;
    }

    /** The bytes of the frame behind the header. */
    public static byte[] inner(byte[] data) {
        return Arrays.copyOfRange(data, LENGTH, data.length);
    }

    public static byte[] wrap(int vni, byte[] frame) {
        return new ByteWriter(LENGTH + frame.length)
                .u32(HAS_VNI << 24)
                .u32(vni << 8)
                .bytes(frame)
                .toByteArray();
    }
}
