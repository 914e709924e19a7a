package org.vethlab.shell.run;

/** RANDOM as bash 5.2 computes it (lib/sh/random.c), so that a script that seeds it gets the numbers it knows. */
final class RandomNumbers {
    private static final int ZERO_SEED = 123459876;
    private static final int MOST = 32767;

    private int state;
    private int last;

    RandomNumbers(int seed) {
        seed(seed);
    }

    void seed(int seed) {
        state = seed;
        last = 0;
    }

    /** 0 to 32767; never the same number twice in a row. */
    int next() {
        int number;
        do {
            state = step(state);
            number = (state >>> 16 ^ state & 65535) & MOST;
        } while (number == last);
        last = number;
        return number;
    }

    /** The minimal standard generator of Park and Miller: 16807 x mod 2147483647. */
    private static int step(int from) {
        int x = from == 0 ? ZERO_SEED : from;
        int high = (int) (Integer.toUnsignedLong(x) / 127773);
        int low = x - 127773 * high;
        int next = 16807 * low - 2836 * high;
        return next < 0 ? next + Integer.MAX_VALUE : next;
    }
}
