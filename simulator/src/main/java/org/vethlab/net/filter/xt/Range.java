package org.vethlab.net.filter.xt;

/** Numbers from one to another, or all others. */
public record Range(int first, int last, boolean inverted) {
    /** Any number. */
    public static Range all(int last) {
        return new Range(0, last, false);
    }

    public boolean contains(int value) {
        return (first <= value && value <= last) != inverted;
    }

    public boolean isSingle() {
        return first == last;
    }
}
