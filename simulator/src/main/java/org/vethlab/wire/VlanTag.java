package org.vethlab.wire;

/** An IEEE 802.1Q or 802.1ad tag. {@code tpid} 0x8100 or 0x88a8, {@code priority} 0 to 7, {@code id} 0 to 4095. */
public record VlanTag(int tpid, int priority, int id, Payload payload) implements Payload {
    /** Bytes of the tag. */
    public static final int LENGTH = 4;

    public static final int DOT1Q = 0x8100;
    public static final int DOT1AD = 0x88a8;

    @Override
    public int etherType() {
        return tpid;
    }

    @Override
    public int length() {
        return LENGTH + payload.length();
    }

    @Override
    public void write(ByteWriter out, ChecksumOffload offload) {
        out.u16(priority << 13 | id).u16(payload.etherType());
        payload.write(out, offload);
    }

    /** The drop eligible bit between priority and id is not kept. */
    static VlanTag read(int tpid, ByteReader in) {
        int control = in.u16();
        return new VlanTag(tpid, control >>> 13, control & 0xfff, Payload.read(in.u16(), in));
    }
}
