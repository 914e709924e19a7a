package org.vethlab.net.sched;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Frames;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.Payload;
import org.vethlab.wire.VlanTag;

/** A frame in a queue with what the scheduler notes on it (struct sk_buff with qdisc_skb_cb). */
public final class Packet {
    /** rt_tos2priority: what four bits of the TOS make of the priority (ip_tos2prio). */
    private static final int[] TOS_PRIORITIES = {0, 1, 0, 0, 2, 2, 2, 2, 6, 6, 6, 6, 4, 4, 4, 4};

    private final EthernetFrame frame;
    private final int length;
    private int priority;
    private final int mark;
    private long due;
    private int cause;
    private byte @Nullable [] network;

    Packet(EthernetFrame frame, int mark) {
        this(frame, mark, lengthOf(frame));
    }

    private Packet(EthernetFrame frame, int mark, int length) {
        this.frame = frame;
        this.mark = mark;
        this.length = length;
        this.priority = priorityOf(frame.payload());
    }

    /** A packet that comes in: its Ethernet header is off already when it is counted (sch_handle_ingress). */
    static Packet arriving(EthernetFrame frame) {
        return new Packet(frame, 0, lengthOf(frame) - EthernetFrame.HEADER_LENGTH);
    }

    private static int lengthOf(EthernetFrame frame) {
        return frame.payload() instanceof VlanTag ? frame.length() - VlanTag.LENGTH : frame.length();
    }

    private static int priorityOf(Payload payload) {
        return payload instanceof Ipv4Packet packet ? TOS_PRIORITIES[packet.tos() >> 1 & 0xf] : 0;
    }

    public EthernetFrame frame() {
        return frame;
    }

    /** Bytes with the Ethernet header, without the outer VLAN tag, which travels beside the frame (qdisc_pkt_len). */
    public int length() {
        return length;
    }

    /** The class that somebody chose, or one of sixteen priorities (skb->priority). */
    public int priority() {
        return priority;
    }

    public void priority(int newPriority) {
        priority = newPriority;
    }

    /** The netfilter mark. */
    public int mark() {
        return mark;
    }

    /** When a delaying qdisc lets it go. */
    long due() {
        return due;
    }

    void due(long time) {
        due = time;
    }

    /** On whose account it waits, and will go on ({@link org.vethlab.time.VirtualClock#cause()}). */
    int cause() {
        return cause;
    }

    void cause(int newCause) {
        cause = newCause;
    }

    /** The same frame with other bytes, or tags: it keeps what was noted. */
    Packet with(EthernetFrame other) {
        Packet copy = new Packet(other, mark);
        copy.priority = priority;
        copy.cause = cause;
        return copy;
    }

    /** EtherType of what stands behind a VLAN tag that the hardware would carry beside the frame. */
    public int protocol() {
        return frame.payload().etherType();
    }

    /** The bytes from the network header on, which u32 filters look at. */
    public byte[] network() {
        byte[] bytes = network;
        if (bytes == null) {
            byte[] all = Frames.write(frame);
            bytes = Arrays.copyOfRange(all, EthernetFrame.HEADER_LENGTH, all.length);
            network = bytes;
        }
        return bytes;
    }
}
