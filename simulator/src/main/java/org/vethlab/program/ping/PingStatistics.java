package org.vethlab.program.ping;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.BitSet;

/** What a ping counts and measures, and what it says of it (finish, status of iputils). Times are in microseconds. */
final class PingStatistics {
    long transmitted;
    long received;
    long repeats;
    long errors;
    long longest;
    private long shortest = Long.MAX_VALUE;
    private double sum;
    private double sumOfSquares;
    private long smoothed;
    private int acknowledged;
    private int pipe = -1;
    private final BitSet answered = new BitSet();

    void sent() {
        transmitted++;
        if ((transmitted - acknowledged & 0xffff) > 0x7fff) {
            acknowledged = (int) transmitted + 1 & 0xffff;
        }
    }

    boolean isAnswered(long sequence) {
        return answered.get((int) (sequence & 0xffff));
    }

    void forget(long sequence) {
        answered.clear((int) (sequence & 0xffff));
    }

    int inFlight() {
        int outstanding = (int) (transmitted - acknowledged) & 0xffff;
        return outstanding <= 0x7fff ? outstanding : (int) (transmitted - received - errors);
    }

    /** An answer, or an error about this one: it is on its way no more. */
    void acknowledge(int sequence) {
        int behind = (int) transmitted - sequence & 0xffff;
        if (behind > 0x7fff) {
            return;
        }
        pipe = Math.max(pipe, behind + 1);
        if ((short) (sequence - acknowledged) > 0 || ((int) transmitted - acknowledged & 0xffff) > 0x7fff) {
            acknowledged = sequence;
        }
    }

    /** @return whether the same answer came before */
    boolean answer(int sequence) {
        acknowledge(sequence);
        if (answered.get(sequence)) {
            repeats++;
            return true;
        }
        answered.set(sequence);
        received++;
        return false;
    }

    void measured(long microseconds) {
        sum += microseconds;
        sumOfSquares += (double) microseconds * microseconds;
        shortest = Math.min(shortest, microseconds);
        longest = Math.max(longest, microseconds);
        smoothed = smoothed == 0 ? microseconds * 8 : smoothed + microseconds - smoothed / 8;
    }

    /** The interval of {@code -A}, in milliseconds: as long as an answer takes. */
    int adaptedInterval(int interval) {
        long estimate = smoothed > 0 ? smoothed / 8 : interval * 1000L;
        return (int) ((estimate + 500) / 1000);
    }

    /** @param duration nanoseconds from the start to the last packet */
    String summary(boolean timed, long duration, boolean rate) {
        StringBuilder text = new StringBuilder();
        text.append(transmitted)
                .append(" packets transmitted, ")
                .append(received)
                .append(" received");
        text.append(repeats > 0 ? ", +" + repeats + " duplicates" : "");
        text.append(errors > 0 ? ", +" + errors + " errors" : "");
        if (transmitted > 0) {
            text.append(", ").append(loss()).append("% packet loss, time ");
            text.append((duration + 500_000) / 1_000_000).append("ms");
        }
        text.append('\n');
        String comma = "";
        if (received > 0 && timed) {
            text.append(roundTrips());
            comma = ", ";
        }
        if (pipe > 1) {
            text.append(comma).append("pipe ").append(pipe);
            comma = ", ";
        }
        if (received > 0 && rate && transmitted > 1) {
            long gap = duration / 1000 / (transmitted - 1);
            text.append(comma).append("ipg/ewma ").append(fraction(gap)).append('/');
            text.append(fraction(smoothed / 8)).append(" ms");
        }
        return text.append('\n').toString();
    }

    /** As printf's %g writes a float: six digits at most, no zeros at the end. */
    private String loss() {
        float percent = (float) ((transmitted - received) * 100.0 / transmitted);
        BigDecimal rounded = new BigDecimal(percent).round(new MathContext(6));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private String roundTrips() {
        long total = received + repeats;
        long average = (long) (sum / total);
        double variance = sum < Integer.MAX_VALUE
                ? (sumOfSquares - sum * sum / total) / total
                : sumOfSquares / total - (double) average * average;
        return "rtt min/avg/max/mdev = " + fraction(shortest) + "/" + fraction(average) + "/" + fraction(longest) + "/"
                + fraction((long) Math.sqrt(Math.floor(variance))) + " ms";
    }

    /** What SIGQUIT prints. */
    String snapshot(boolean timed) {
        long loss = transmitted == 0 ? 0 : (transmitted - received) * 100 / transmitted;
        String text = "\r" + received + "/" + transmitted + " packets, " + loss + "% loss";
        if (received == 0 || !timed) {
            return text;
        }
        long average = (long) (sum / (received + repeats));
        return text + ", min/avg/ewma/max = " + fraction(shortest) + "/" + fraction(average) + "/"
                + fraction(smoothed / 8) + "/" + fraction(longest) + " ms";
    }

    /** Microseconds as milliseconds. */
    static String fraction(long microseconds) {
        return microseconds / 1000 + "."
                + Long.toString(1000 + microseconds % 1000).substring(1);
    }
}
