package org.vethlab.program.awk;

import java.util.Locale;
import java.util.Optional;

/** The functions that awk itself has. */
enum Function {
    ATAN2,
    CLOSE,
    COS,
    EXP,
    FFLUSH,
    GENSUB,
    GSUB,
    INDEX,
    INT,
    LENGTH,
    LOG,
    MATCH,
    RAND,
    SIN,
    SPLIT,
    SPRINTF,
    SQRT,
    SRAND,
    STRFTIME,
    SUB,
    SUBSTR,
    SYSTEM,
    SYSTIME,
    TOLOWER,
    TOUPPER;

    static Optional<Function> named(String word) {
        for (Function function : values()) {
            if (function.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}
