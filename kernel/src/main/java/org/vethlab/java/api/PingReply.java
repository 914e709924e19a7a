package org.vethlab.java.api;

import java.util.List;
import org.vethlab.row.Row;

/**
 * An answer to ping.
 *
 * @param from who answered, as ping names it
 * @param sequence the number of the request, from 1
 * @param ttl the time to live (the hop limit, in IPv6) with which the answer arrived: how many routers it could still have passed
 * @param millis the round-trip time in milliseconds
 * @param isDuplicate whether the same request had been answered before
 */
public record PingReply(String from, int sequence, int ttl, double millis, boolean isDuplicate) implements Row {
    @Override
    public List<Field> fields() {
        return List.of(
                new Field("from", from),
                new Field("sequence", Integer.toString(sequence)),
                new Field("ttl", Integer.toString(ttl)),
                new Field("time (ms)", Double.toString(millis)),
                new Field("remark", isDuplicate ? "duplicate" : ""));
    }

    @Override
    public String toString() {
        return Row.line(this);
    }
}
