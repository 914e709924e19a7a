package org.vethlab.net.filter.xt;

import org.vethlab.net.filter.PacketContext;

/** A part of all packets: by chance, or every so manieth. It counts. */
public final class StatisticMatch implements XtMatch {
    private static final long SCALE = 0x8000_0000L;

    private final boolean random;
    private final long probability;
    private final int every;
    private final int packet;
    private final boolean inverted;
    private int count;

    private StatisticMatch(boolean random, long probability, int every, int packet, boolean inverted) {
        this.random = random;
        this.probability = probability;
        this.every = every;
        this.packet = packet;
        this.inverted = inverted;
        this.count = Math.max(every - 1 - packet, 0);
    }

    /** @param probability in units of 2^-31 */
    public static StatisticMatch random(long probability, boolean inverted) {
        return new StatisticMatch(true, probability, 0, 0, inverted);
    }

    public static StatisticMatch nth(int every, int packet, boolean inverted) {
        return new StatisticMatch(false, 0, every, packet, inverted);
    }

    public boolean isRandom() {
        return random;
    }

    public double probability() {
        return (double) probability / SCALE;
    }

    public int every() {
        return every;
    }

    public int packet() {
        return packet;
    }

    public boolean isInverted() {
        return inverted;
    }

    @Override
    public String extension() {
        return "statistic";
    }

    @Override
    public boolean matches(PacketContext context) {
        if (random) {
            return (context.namespace().world().random().nextLong(SCALE) < probability) != inverted;
        }
        count = count >= every - 1 ? 0 : count + 1;
        return (count == 0) != inverted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatisticMatch statistic
                && random == statistic.random
                && probability == statistic.probability
                && every == statistic.every
                && packet == statistic.packet
                && inverted == statistic.inverted;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(probability) * 31 + every * 7 + packet;
    }
}
