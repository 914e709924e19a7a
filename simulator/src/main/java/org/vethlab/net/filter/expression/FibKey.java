package org.vethlab.net.filter.expression;

/** What a lookup of {@code fib} goes by. */
public enum FibKey {
    SOURCE("saddr"),
    DESTINATION("daddr"),
    MARK("mark"),
    INPUT("iif"),
    OUTPUT("oif");

    private final String keyword;

    FibKey(String keyword) {
        this.keyword = keyword;
    }

    public String keyword() {
        return keyword;
    }
}
