package org.vethlab.net.sched;

import java.util.OptionalLong;

/** Settings that a request may leave out. */
final class Presence {
    private Presence() {}

    static OptionalLong or(OptionalLong wanted, OptionalLong old) {
        return wanted.isPresent() ? wanted : old;
    }

    static OptionalLong atLeast(long least, OptionalLong wanted) {
        return wanted.isPresent() ? OptionalLong.of(Math.max(least, wanted.getAsLong())) : wanted;
    }

    /** Microseconds as codel keeps them: in units of 1024 ns, so that 5000 comes back as 4999. */
    static OptionalLong codelTime(OptionalLong microseconds) {
        return microseconds.isPresent()
                ? OptionalLong.of((microseconds.getAsLong() * 1000 >> 10) * 1024 / 1000)
                : microseconds;
    }
}
