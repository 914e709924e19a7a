package org.vethlab.program.iptables.extension;

/**
 * A long option of an extension (struct xt_option_entry).
 *
 * @param arguments how many words follow
 * @param once whether it may be given only once
 */
public record Flag(String name, int arguments, boolean invertible, boolean once) {
    /** With a value, and {@code !} in front if wanted. */
    static Flag invertible(String name) {
        return new Flag(name, 1, true, true);
    }

    /** With a value. */
    static Flag value(String name) {
        return new Flag(name, 1, false, true);
    }

    /** Without a value. */
    static Flag bare(String name) {
        return new Flag(name, 0, false, true);
    }

    /** Without a value, and {@code !} in front if wanted. */
    static Flag invertibleBare(String name) {
        return new Flag(name, 0, true, true);
    }
}
