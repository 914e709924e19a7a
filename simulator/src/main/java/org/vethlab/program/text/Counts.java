package org.vethlab.program.text;

import java.util.Map;
import java.util.OptionalLong;

/** Numbers with the suffixes of GNU's tools: {@code 10k}, {@code 3MB}. */
final class Counts {
    private static final Map<String, Long> SUFFIXES = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("b", 512L),
            Map.entry("kB", 1000L),
            Map.entry("KB", 1000L),
            Map.entry("k", 1024L),
            Map.entry("K", 1024L),
            Map.entry("KiB", 1024L),
            Map.entry("MB", 1_000_000L),
            Map.entry("m", 1L << 20),
            Map.entry("M", 1L << 20),
            Map.entry("MiB", 1L << 20),
            Map.entry("GB", 1_000_000_000L),
            Map.entry("G", 1L << 30),
            Map.entry("GiB", 1L << 30));

    private Counts() {}

    /** Empty if the text is no such number. */
    static OptionalLong parse(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        Long factor = SUFFIXES.get(text.substring(digits));
        if (digits == 0 || digits > 18 || factor == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text.substring(0, digits)) * factor);
    }
}
