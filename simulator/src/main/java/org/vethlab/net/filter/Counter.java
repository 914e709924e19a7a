package org.vethlab.net.filter;

/** Packets and bytes ({@code counter packets 0 bytes 0}). */
public final class Counter implements Statement {
    private long packets;
    private long bytes;

    public Counter() {}

    public Counter(long packets, long bytes) {
        this.packets = packets;
        this.bytes = bytes;
    }

    public long packets() {
        return packets;
    }

    public long bytes() {
        return bytes;
    }

    public void set(long newPackets, long newBytes) {
        packets = newPackets;
        bytes = newBytes;
    }

    @Override
    public Verdict evaluate(PacketContext packet) {
        count(packet.length());
        return Verdict.CONTINUE;
    }

    void count(int length) {
        packets++;
        bytes += length;
    }
}
