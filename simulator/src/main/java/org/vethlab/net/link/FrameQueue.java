package org.vethlab.net.link;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vethlab.time.Timer;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.EthernetFrame;

/**
 * Frames on their way from one device to another. Each takes some microseconds, none overtakes another. A ring of
 * preallocated slots and one timer: a hop allocates nothing.
 */
public final class FrameQueue {
    private static final int LATENCY = 6_000;
    private static final int JITTER = 4_000;

    private final VirtualClock clock;
    private final SplittableRandom random;
    private final Timer timer;
    private @Nullable Device[] targets = new @Nullable Device[256];
    private @Nullable EthernetFrame[] frames = new @Nullable EthernetFrame[256];
    private long[] due = new long[256];
    private int[] causes = new int[256];
    private int head;
    private int count;
    private long last;

    public FrameQueue(VirtualClock clock, SplittableRandom random) {
        this.clock = clock;
        this.random = random;
        this.timer = clock.idle(this::drain);
    }

    /** The frame arrives at {@code target} soon. @return when, on the clock */
    long send(Device target, EthernetFrame frame) {
        if (count == due.length) {
            grow();
        }
        last = Math.max(last, clock.now() + LATENCY + random.nextInt(JITTER));
        int slot = (head + count) & (due.length - 1);
        targets[slot] = target;
        frames[slot] = frame;
        due[slot] = last;
        causes[slot] = clock.cause();
        count++;
        if (count == 1) {
            clock.start(timer, last - clock.now());
        }
        return last;
    }

    private void drain() {
        Device target = targets[head];
        EthernetFrame frame = frames[head];
        int cause = causes[head];
        targets[head] = null;
        frames[head] = null;
        head = (head + 1) & (due.length - 1);
        count--;
        if (count > 0) {
            clock.start(timer, due[head] - clock.now());
        }
        clock.cause(cause);
        if (target != null && frame != null && target.isUp()) {
            target.receive(frame);
        } else if (target != null && frame != null) {
            LinkTrace.notReady(target, frame);
        }
    }

    private void grow() {
        int size = due.length;
        @Nullable Device[] moreTargets = new @Nullable Device[2 * size];
        @Nullable EthernetFrame[] moreFrames = new @Nullable EthernetFrame[2 * size];
        long[] moreDue = new long[2 * size];
        int[] moreCauses = new int[2 * size];
        for (int i = 0; i < count; i++) {
            int slot = (head + i) & (size - 1);
            moreTargets[i] = targets[slot];
            moreFrames[i] = frames[slot];
            moreDue[i] = due[slot];
            moreCauses[i] = causes[slot];
        }
        targets = moreTargets;
        frames = moreFrames;
        due = moreDue;
        causes = moreCauses;
        head = 0;
    }
}
