package org.vethlab.program.awk;

import java.util.HashMap;
import java.util.Map;
import org.vethlab.program.text.PosixRegex;
import org.vethlab.program.text.RegexException;

/** Regular expressions, each compiled once. */
final class Patterns {
    private final Map<String, PosixRegex> compiled = new HashMap<>();

    PosixRegex get(String pattern) {
        return compiled.computeIfAbsent(pattern, Patterns::compile);
    }

    /** A character that stands for itself, be it a dot or a bar. */
    PosixRegex literal(String text) {
        return get(text.matches("[A-Za-z0-9 \\t\\n,:;=_/@#%&!\"'<>~`-]") ? text : "[" + text + "]");
    }

    private static PosixRegex compile(String pattern) {
        try {
            return PosixRegex.of(pattern, PosixRegex.Dialect.AWK, false, false);
        } catch (RegexException e) {
            throw new AwkException("regular expression compile failed (" + e.getMessage() + ")\n" + pattern);
        }
    }
}
