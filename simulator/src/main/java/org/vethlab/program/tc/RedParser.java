package org.vethlab.program.tc;

import org.vethlab.net.sched.QdiscOptions;
import org.vethlab.program.Arguments;

/** The words of red, and what follows from Sally Floyd's recommendations where they are left out (red_parse_opt). */
final class RedParser {
    private static final long DEFAULT_BANDWIDTH = 10_000_000 / 8;
    private static final double DEFAULT_PROBABILITY = 0.02;

    private final Arguments words;
    private final TcContext tc;
    private final Settings settings;
    private long limit;
    private long min;
    private long max;
    private long burst;
    private long averagePacket;
    private long bandwidth;
    private double probability = DEFAULT_PROBABILITY;
    private int flags;

    RedParser(Arguments words, TcContext tc) {
        this.words = words;
        this.tc = tc;
        this.settings = new Settings(words, "qdisc-red");
    }

    QdiscOptions.RandomEarly parse() {
        while (words.hasNext()) {
            take(words.next());
        }
        if (limit == 0 || averagePacket == 0) {
            throw Complaints.plain("RED: Required parameter (limit, avpkt) is missing");
        }
        max = max != 0 ? max : min != 0 ? min * 3 : limit / 4;
        min = min != 0 ? min : max / 3;
        burst = burst != 0 ? burst : (2 * min + max) / (3 * averagePacket);
        if (bandwidth == 0) {
            bandwidth = DEFAULT_BANDWIDTH;
            tc.complain("RED: set bandwidth to 10Mbit");
        }
        int wlog = averageWeight();
        return new QdiscOptions.RandomEarly(
                limit, min, max, wlog, slope(), damping(wlog), (long) (probability * 4294967296.0), flags);
    }

    private void take(String word) {
        switch (word) {
            case "limit" -> limit = settings.size(word).orElse(0);
            case "min" -> min = settings.size(word).orElse(0);
            case "max" -> max = settings.size(word).orElse(0);
            case "burst" -> burst = settings.number(word).orElse(0);
            case "avpkt" -> averagePacket = settings.size(word).orElse(0);
            case "probability" -> probability = probability(words.next());
            case "bandwidth" -> bandwidth = settings.rate(word).orElse(0);
            case "ecn" -> flags |= RedKind.ECN;
            case "harddrop" -> flags |= RedKind.HARDDROP;
            case "nodrop" -> flags |= RedKind.NODROP;
            case "adaptive", "adaptative" -> flags |= RedKind.ADAPTIVE;
            default -> throw settings.unknown(word);
        }
    }

    private static double probability(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw Complaints.illegal("probability");
        }
    }

    /** tc_red_eval_ewma. */
    private int averageWeight() {
        double room = burst + 1.0 - (double) min / averagePacket;
        if (room < 1) {
            tc.complain("tc_red_eval_ewma() burst " + burst + " is too small ? Try burst " + (1 + min / averagePacket));
            throw Complaints.plain("RED: failed to calculate EWMA constant.");
        }
        double weight = 0.5;
        for (int log = 1; log < 32; log++) {
            if (room <= (1 - Math.pow(1 - weight, (double) burst)) / weight) {
                return log;
            }
            weight /= 2;
        }
        throw Complaints.plain("RED: failed to calculate EWMA constant.");
    }

    /** tc_red_eval_P. */
    private int slope() {
        if (max < min) {
            throw Complaints.plain("RED: failed to calculate probability.");
        }
        double step = max == min ? 2 : probability / (max - min);
        int log = 0;
        while (step <= 1 && log < 32) {
            step *= 2;
            log++;
        }
        return log;
    }

    /** tc_red_eval_idle_damping. */
    private int damping(int wlog) {
        double time = Units.transmitTicks(bandwidth, averagePacket);
        double perTick = -Math.log(1.0 - 1.0 / (1 << wlog)) / time;
        int log = 0;
        while (31 / perTick / (1 << log) >= 512 && log < 31) {
            log++;
        }
        return log;
    }
}
