package org.vethlab.java.api;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a ping found out, read from what it printed.
 *
 * @param address as it was given
 * @param sent how many requests were sent; 0 if the kernel had no way to send any
 * @param received how many of them were answered
 * @param replies the answers, in the order in which they came
 * @param errors what routers and the kernel had to say, a line each: {@code From 192.168.5.100 icmp_seq=1 Destination
 *     Host Unreachable}
 * @param text all that ping printed
 */
public record PingResult(
        String address, int sent, int received, RowList<PingReply> replies, List<String> errors, String text) {
    /** Whether at least one request was answered. */
    public boolean isAnswered() {
        return received > 0;
    }

    /** How many requests were not answered. */
    public int lost() {
        return sent - received;
    }

    /** The round-trip times, in milliseconds, in the order in which the answers came. */
    public List<Double> rtts() {
        return replies.stream().map(PingReply::millis).toList();
    }

    /** The average round-trip time in milliseconds; empty if nobody answered. */
    public OptionalDouble averageRtt() {
        return replies.stream().mapToDouble(PingReply::millis).average();
    }

    /** All that ping printed. */
    @Override
    public String toString() {
        return text.strip();
    }
}
