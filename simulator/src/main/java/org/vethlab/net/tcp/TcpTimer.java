package org.vethlab.net.tcp;

import org.vethlab.time.Timer;
import org.vethlab.time.TimerWheel;
import org.vethlab.time.VirtualClock;

/** One of a connection's timers: it goes off as late as the kernel's do. */
final class TcpTimer {
    private final VirtualClock clock;
    private final Timer timer;
    private long nominal;

    TcpTimer(VirtualClock clock, Runnable action) {
        this.clock = clock;
        this.timer = clock.idle(action);
    }

    void start(long nanos) {
        nominal = clock.now() + nanos;
        clock.start(timer, TimerWheel.delay(clock.now(), nanos));
    }

    void stop() {
        timer.cancel();
    }

    boolean isPending() {
        return timer.isPending();
    }

    /** Nanoseconds until it is meant to go off: what ss and netstat show, though it will be late. */
    long left() {
        return timer.isPending() ? Math.max(0, nominal - clock.now()) : 0;
    }
}
