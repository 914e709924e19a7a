package org.vethlab.net.filter.expression;

/** What is asked of a lookup of {@code fib}. */
public enum FibAnswer {
    DEVICE_INDEX("oif", 32),
    DEVICE_NAME("oifname", 128),
    ADDRESS_TYPE("type", 32);

    private final String keyword;
    private final int bits;

    FibAnswer(String keyword, int bits) {
        this.keyword = keyword;
        this.bits = bits;
    }

    public String keyword() {
        return keyword;
    }

    int bits() {
        return bits;
    }
}
