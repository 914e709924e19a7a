package org.vethlab.net.sched;

import java.util.SplittableRandom;
import org.vethlab.net.sched.QdiscOptions.Chance;
import org.vethlab.net.sched.QdiscOptions.Distribution;
import org.vethlab.net.sched.QdiscOptions.LossModel;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.RawPayload;

/** netem's dice: each of its decisions may depend on the one before (get_crandom). */
final class NetemRandom {
    private static final double PARETO_SHAPE = 3;

    private final SplittableRandom random;
    private final Correlated delay;
    private final Correlated loss;
    private final Correlated duplicate;
    private final Correlated reorder;
    private final Correlated corrupt;
    private int state = 1;

    NetemRandom(SplittableRandom random) {
        this.random = random;
        this.delay = new Correlated();
        this.loss = new Correlated();
        this.duplicate = new Correlated();
        this.reorder = new Correlated();
        this.corrupt = new Correlated();
    }

    /** A random number of 32 bits that may lie near the last one. */
    private final class Correlated {
        private long rho;
        private long last;

        private void correlation(long newRho) {
            rho = newRho;
            last = random.nextInt() & 0xffff_ffffL;
        }

        private long next() {
            long value = fresh();
            if (rho != 0) {
                double share = (rho + 1) / 4294967296.0;
                value = (long) (value * (1 - share) + last * share);
                last = value;
            }
            return value;
        }
    }

    private long fresh() {
        return random.nextInt() & 0xffff_ffffL;
    }

    void correlate(NetemSettings settings) {
        delay.correlation(settings.correlations().delay());
        loss.correlation(settings.correlations().loss());
        duplicate.correlation(settings.correlations().duplicate());
        reorder.correlation(settings.reorder().correlation());
        corrupt.correlation(settings.corrupt().correlation());
    }

    boolean duplicates(long probability) {
        return probability != 0 && probability >= duplicate.next();
    }

    boolean corrupts(Chance chance) {
        return chance.probability() != 0 && chance.probability() >= corrupt.next();
    }

    boolean reorders(Chance chance) {
        return chance.probability() >= reorder.next();
    }

    /** loss_event. */
    boolean loses(NetemSettings settings) {
        if (settings.lossModel().isEmpty()) {
            return settings.loss() != 0 && settings.loss() >= loss.next();
        }
        LossModel model = settings.lossModel().get();
        if (model instanceof LossModel.FourStates four) {
            return losesInFourStates(four);
        }
        return model instanceof LossModel.GilbertElliott gilbert && losesInTwoStates(gilbert);
    }

    /** Two states, good (1) and bad (2), each with a chance of its own to lose a packet (loss_gilb_ell). */
    private boolean losesInTwoStates(LossModel.GilbertElliott model) {
        if (state == 1) {
            if (fresh() < model.p()) {
                state = 2;
            }
            return fresh() < model.k1();
        }
        if (fresh() < model.r()) {
            state = 1;
        }
        return fresh() > model.h();
    }

    /** Good, good within a burst, burst of losses, single loss (loss_4state). */
    private boolean losesInFourStates(LossModel.FourStates model) {
        long value = fresh();
        switch (state) {
            case 1 -> {
                if (value < model.p14()) {
                    state = 4;
                    return true;
                }
                if (value < model.p13() + model.p14()) {
                    state = 3;
                    return true;
                }
            }
            case 2 -> {
                if (value < model.p23()) {
                    state = 3;
                    return true;
                }
            }
            case 3 -> {
                if (value < model.p32()) {
                    state = 2;
                } else if (value < model.p31() + model.p32()) {
                    state = 1;
                } else {
                    return true;
                }
            }
            default -> state = 1;
        }
        return false;
    }

    /** Latency with jitter, evenly or by a table (tabledist). */
    long delay(NetemSettings settings) {
        long jitter = settings.jitter();
        if (jitter == 0) {
            return settings.latency();
        }
        long value = delay.next();
        if (settings.distribution().isEmpty()) {
            return Math.max(0, settings.latency() - jitter + (long) (value / 4294967296.0 * 2 * jitter));
        }
        double deviation = deviation(settings.distribution().get(), value / 4294967296.0);
        return Math.max(0, settings.latency() + (long) (jitter * deviation));
    }

    /** How many standard deviations from the middle, by the inverse of the distribution. */
    private double deviation(Distribution distribution, double share) {
        double inside = Math.min(share, 1 - 1e-6);
        double normal = random.nextGaussian();
        double pareto = Math.pow(1 - inside, -1 / PARETO_SHAPE) - PARETO_SHAPE / (PARETO_SHAPE - 1);
        return switch (distribution) {
            case NORMAL, EXPERIMENTAL -> normal;
            case PARETO -> pareto;
            case PARETONORMAL -> 0.25 * normal + 0.75 * pareto;
        };
    }

    /** Flips one bit behind the Ethernet header, so that some checksum no longer fits. */
    Packet spoil(Packet packet) {
        byte[] bytes = packet.network().clone();
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        EthernetFrame frame = packet.frame();
        RawPayload spoilt = new RawPayload(frame.payload().etherType(), bytes);
        return packet.with(new EthernetFrame(frame.destination(), frame.source(), spoilt));
    }
}
