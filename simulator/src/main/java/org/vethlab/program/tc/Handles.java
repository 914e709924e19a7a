package org.vethlab.program.tc;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.net.sched.Handle;

/** Ids of qdiscs and classes as tc reads and prints them: hexadecimal, {@code 1:} and {@code 1:10}. */
final class Handles {
    private static final Pattern HEX = Pattern.compile("\\s*(?:0[xX])?([0-9a-fA-F]{1,8})");
    private static final int LIMIT = 1 << 16;

    private Handles() {}

    /** Hexadecimal digits at the beginning of a word (strtoul), and where they end. */
    private record Prefix(long value, int end) {}

    private static Optional<Prefix> prefix(String word) {
        Matcher digits = HEX.matcher(word);
        return digits.lookingAt()
                ? Optional.of(new Prefix(Long.parseLong(digits.group(1), 16), digits.end()))
                : Optional.empty();
    }

    /** get_qdisc_handle: what stands behind the colon does not matter. */
    static Optional<Handle> qdisc(String word) {
        if (word.equals("none")) {
            return Optional.of(Handle.NONE);
        }
        Optional<Prefix> major = prefix(word);
        if (major.isEmpty() || major.get().value() >= LIMIT) {
            return Optional.empty();
        }
        String rest = word.substring(major.get().end());
        return rest.isEmpty() || rest.startsWith(":")
                ? Optional.of(Handle.of((int) major.get().value(), 0))
                : Optional.empty();
    }

    /** get_tc_classid: a number without a colon is the whole id. */
    static Optional<Handle> classId(String word) {
        if (word.equals("root")) {
            return Optional.of(Handle.ROOT);
        }
        if (word.equals("none")) {
            return Optional.of(Handle.NONE);
        }
        Optional<Prefix> major = prefix(word);
        if (major.isEmpty() && !word.startsWith(":")) {
            return Optional.empty();
        }
        Prefix first = major.orElse(new Prefix(0, 0));
        String rest = word.substring(first.end());
        if (rest.isEmpty()) {
            return Optional.of(new Handle((int) first.value()));
        }
        OptionalInt minor = rest.startsWith(":") ? minor(rest.substring(1)) : OptionalInt.empty();
        return minor.isEmpty() || first.value() >= LIMIT
                ? Optional.empty()
                : Optional.of(Handle.of((int) first.value(), minor.getAsInt()));
    }

    private static OptionalInt minor(String digits) {
        if (digits.isEmpty()) {
            return OptionalInt.of(0);
        }
        Optional<Prefix> found = prefix(digits).filter(prefix -> prefix.end() == digits.length());
        return found.isEmpty() || found.get().value() >= LIMIT
                ? OptionalInt.empty()
                : OptionalInt.of((int) found.get().value());
    }

    /** sprint_tc_classid. */
    static String show(Handle handle) {
        if (handle.equals(Handle.ROOT)) {
            return "root";
        }
        if (handle.isNone()) {
            return "none";
        }
        String major = handle.major() == 0 ? "" : Integer.toHexString(handle.major());
        return major + ":" + (handle.minor() == 0 ? "" : Integer.toHexString(handle.minor()));
    }

    /** As {@code tc qdisc show} prints it: the major number alone. */
    static String showQdisc(Handle handle) {
        return Integer.toHexString(handle.major()) + ":";
    }
}
