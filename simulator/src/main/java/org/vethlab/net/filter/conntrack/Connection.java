package org.vethlab.net.filter.conntrack;

import java.util.Optional;

/** A tracked connection (struct nf_conn). Only {@link Conntrack} and {@link Nat} change more than its mark. */
public final class Connection {
    private final Tuple original;
    private Tuple reply;
    private TcpState tcpState = TcpState.NONE;
    private Optional<Connection> master = Optional.empty();
    private long expires;
    private long begun;
    private int mark;
    private boolean confirmed;
    private boolean seenReply;
    private boolean assured;
    private boolean dying;
    private boolean sourceTranslated;
    private boolean destinationTranslated;
    private boolean sourceDecided;
    private boolean destinationDecided;

    Connection(Tuple original, Tuple reply, long now) {
        this.original = original;
        this.reply = reply;
        this.begun = now;
    }

    /** The first packet's direction. */
    public Tuple original() {
        return original;
    }

    /** The direction of the answers: address translation shows in it. */
    public Tuple reply() {
        return reply;
    }

    public Tuple tuple(boolean ofReply) {
        return ofReply ? reply : original;
    }

    void reply(Tuple newReply) {
        reply = newReply;
    }

    /** The connection's mark ({@code ct mark}, CONNMARK). */
    public int mark() {
        return mark;
    }

    public void setMark(int newMark) {
        mark = newMark;
    }

    public TcpState tcpState() {
        return tcpState;
    }

    void tcpState(TcpState state) {
        tcpState = state;
    }

    /** The connection to which this one belongs (RELATED). */
    public Optional<Connection> master() {
        return master;
    }

    void master(Connection newMaster) {
        master = Optional.of(newMaster);
    }

    /** When it will be forgotten, in nanoseconds of the world's clock. */
    public long expires() {
        return expires;
    }

    void expires(long time) {
        expires = time;
    }

    /** When its first packet was seen. */
    public long begun() {
        return begun;
    }

    /** IPS_CONFIRMED: its first packet got through, so it is in the table. */
    public boolean isConfirmed() {
        return confirmed;
    }

    void confirm() {
        confirmed = true;
    }

    /** IPS_SEEN_REPLY: there were packets in both directions. */
    public boolean hasSeenReply() {
        return seenReply;
    }

    void sawReply() {
        seenReply = true;
    }

    /** IPS_ASSURED: it is not given up early when the table is full. */
    public boolean isAssured() {
        return assured;
    }

    void assure() {
        assured = true;
    }

    /** IPS_DYING: it is out of the table. */
    public boolean isDying() {
        return dying;
    }

    void die() {
        dying = true;
    }

    /** IPS_SRC_NAT: the source of the original direction is translated. */
    public boolean isSourceTranslated() {
        return sourceTranslated;
    }

    /** IPS_DST_NAT: the destination of the original direction is translated. */
    public boolean isDestinationTranslated() {
        return destinationTranslated;
    }

    boolean isTranslated(Manipulation kind) {
        return kind == Manipulation.SOURCE ? sourceTranslated : destinationTranslated;
    }

    void translated(Manipulation kind) {
        if (kind == Manipulation.SOURCE) {
            sourceTranslated = true;
        } else {
            destinationTranslated = true;
        }
    }

    /** Whether it is settled what becomes of its addresses (nf_nat_initialized): rules are asked but once. */
    boolean isDecided(Manipulation kind) {
        return kind == Manipulation.SOURCE ? sourceDecided : destinationDecided;
    }

    void decided(Manipulation kind) {
        if (kind == Manipulation.SOURCE) {
            sourceDecided = true;
        } else {
            destinationDecided = true;
        }
    }
}
