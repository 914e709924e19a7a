package org.vethlab.net.filter.conntrack;

/** A tracked connection (struct nf_conn). */
public final class Connection {
    private int mark;

    /** The connection's mark ({@code ct mark}, CONNMARK). */
    public int mark() {
        return mark;
    }

    public void setMark(int newMark) {
        mark = newMark;
    }
}
