package org.vethlab.program.text;

/** Lines {@code from} to {@code fromEnd} of one file stand where {@code to} to {@code toEnd} stand in another; from 0. */
record Change(int from, int fromEnd, int to, int toEnd) {
    boolean deletes() {
        return fromEnd > from;
    }

    boolean inserts() {
        return toEnd > to;
    }
}
