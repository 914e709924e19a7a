package org.vethlab.net.filter;

import java.util.Optional;
import org.vethlab.net.filter.conntrack.PacketState;
import org.vethlab.net.filter.conntrack.Tracked;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.wire.EthernetFrame;

/**
 * What the kernel keeps about one packet beside its bytes, from where it comes in or is made until it leaves (the part of
 * struct sk_buff that rules and routing read and write). It is changed on the way; copies of a packet share it.
 */
public final class Metadata {
    private PacketType type;
    private Optional<EthernetFrame> frame;
    private int mark;
    private int priority;
    private Optional<Tracked> tracked = Optional.empty();
    private Optional<Device> bridgeInput = Optional.empty();
    private Optional<Device> bridgeOutput = Optional.empty();
    private boolean preroutingDone;
    private boolean reroute;
    private boolean traced;

    private Metadata(PacketType type, Optional<EthernetFrame> frame, int mark) {
        this.type = type;
        this.frame = frame;
        this.mark = mark;
    }

    /** Of a packet that came in a frame. */
    public static Metadata received(PacketType type, EthernetFrame frame) {
        return new Metadata(type, Optional.of(frame), 0);
    }

    /** Of a packet that is made here. @param mark SO_MARK of its socket */
    public static Metadata local(int mark) {
        return new Metadata(PacketType.HOST, Optional.empty(), mark);
    }

    /** Of what the kernel says about this packet: it belongs to the same connection, the other way (nf_conntrack_attach). */
    public Metadata answer(int answerMark) {
        Metadata answer = local(answerMark);
        answer.setTracked(tracked.map(known -> known.connection().isEmpty()
                ? known
                : new Tracked(known.connection(), PacketState.RELATED, !known.reply())));
        return answer;
    }

    /** For whom the frame was. */
    public PacketType type() {
        return type;
    }

    void setType(PacketType newType) {
        type = newType;
    }

    /** The frame that it came in: the link-layer header that rules see. */
    public Optional<EthernetFrame> frame() {
        return frame;
    }

    public void setFrame(EthernetFrame changed) {
        frame = Optional.of(changed);
    }

    /** The mark (fwmark): rules set it, routing rules look at it. */
    public int mark() {
        return mark;
    }

    public void setMark(int newMark) {
        mark = newMark;
    }

    public int priority() {
        return priority;
    }

    public void setPriority(int newPriority) {
        priority = newPriority;
    }

    /** What connection tracking knows of it, once it has looked. */
    public Optional<Tracked> tracked() {
        return tracked;
    }

    public void setTracked(Optional<Tracked> newTracked) {
        tracked = newTracked;
    }

    /** The bridge port where it came in, if it came through a bridge whose frames iptables sees (br_netfilter). */
    public Optional<Device> bridgeInput() {
        return bridgeInput;
    }

    /** The bridge port where it will leave. */
    public Optional<Device> bridgeOutput() {
        return bridgeOutput;
    }

    public void setBridgePorts(Optional<Device> input, Optional<Device> output) {
        bridgeInput = input;
        bridgeOutput = output;
    }

    /** Surprising: what came through a bridge has been in PREROUTING there, and IP does not ask again (ip_sabotage_in). */
    public boolean isPreroutingDone() {
        return preroutingDone;
    }

    public void setPreroutingDone(boolean done) {
        preroutingDone = done;
    }

    /** Whether a rule changed what the route of a packet made here depends on (ip_route_me_harder). */
    public boolean needsReroute() {
        return reroute;
    }

    public void setReroute(boolean needed) {
        reroute = needed;
    }

    /** Whether its way through the rules is to be told (TRACE, {@code meta nftrace set 1}). */
    public boolean isTraced() {
        return traced;
    }

    public void setTraced(boolean nowTraced) {
        traced = nowTraced;
    }
}
