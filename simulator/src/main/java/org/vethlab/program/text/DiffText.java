package org.vethlab.program.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file as {@code diff} sees it.
 *
 * @param lines without their newlines
 * @param terminated whether the last line has its newline
 * @param label what the heading says instead of name and time
 */
record DiffText(
        String name, byte[] bytes, List<String> lines, boolean terminated, Instant modified, Optional<String> label) {
    static DiffText of(String name, byte[] bytes, Instant modified, Optional<String> label) {
        String text = EscapedUtf8.decode(bytes);
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        boolean terminated = text.endsWith("\n") || text.isEmpty();
        if (terminated) {
            lines.remove(lines.size() - 1);
        }
        return new DiffText(name, bytes, lines, terminated, modified, label);
    }

    boolean isSame(DiffText other) {
        return Arrays.equals(bytes, other.bytes);
    }

    boolean isBinary() {
        for (byte one : bytes) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    boolean isBlank(int from, int end) {
        return lines.subList(from, end).stream().allMatch(String::isEmpty);
    }

    /** What of each line is compared. Surprising: a missing newline at the end is a difference. */
    List<String> keys(Options options) {
        List<String> keys = new ArrayList<>();
        for (String line : lines) {
            keys.add(key(line, options));
        }
        boolean spaceMatters = !options.has("w") && !options.has("b");
        if (!terminated && spaceMatters) {
            keys.set(keys.size() - 1, keys.get(keys.size() - 1) + "\n");
        }
        return keys;
    }

    private static String key(String line, Options options) {
        String key = options.has("i") ? line.toLowerCase(Locale.ROOT) : line;
        if (options.has("w")) {
            return key.replaceAll("\\s+", "");
        }
        return options.has("b") ? key.replaceAll("\\s+", " ").stripTrailing() : key;
    }
}
