package org.vethlab.net.tcp;

/** How many segments may be under way: slow start and congestion avoidance (RFC 5681), with Linux's first window. */
final class CongestionWindow {
    private static final int INITIAL = 10;

    private int segments = INITIAL;
    private int threshold = Integer.MAX_VALUE;
    private int acknowledged;

    int segments() {
        return segments;
    }

    int threshold() {
        return threshold;
    }

    void acknowledged(int count) {
        if (segments < threshold) {
            segments += count;
            return;
        }
        acknowledged += count;
        if (acknowledged >= segments) {
            acknowledged -= segments;
            segments++;
        }
    }

    /** Three duplicate acknowledgments: half as fast. */
    void reduce() {
        threshold = Math.max(2, segments / 2);
        segments = threshold;
    }

    /** Nothing came back in time: from the beginning. */
    void collapse() {
        threshold = Math.max(2, segments / 2);
        segments = 1;
    }
}
