package org.vethlab.program.iptables.extension;

/** What becomes of a mark, as lists show it. */
final class MarkWords {
    private MarkWords() {}

    static String listed(int value, int mask) {
        if (value == 0) {
            return "and " + Hex.of(~mask);
        }
        if (value == mask) {
            return "or " + Hex.of(value);
        }
        if (mask == 0) {
            return "xor " + Hex.of(value);
        }
        return mask == -1 ? "set " + Hex.of(value) : "xset " + Hex.of(value) + "/" + Hex.of(mask);
    }
}
