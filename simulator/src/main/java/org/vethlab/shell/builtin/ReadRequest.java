package org.vethlab.shell.builtin;

import java.math.BigDecimal;
import java.util.Optional;
import org.vethlab.shell.run.Builtin.UsageException;

/**
 * How much {@code read} reads.
 *
 * @param raw whether a backslash is a character like any other
 * @param most characters at most
 * @param exactly whether even a delimiter does not end it before
 * @param timeout nanoseconds
 */
record ReadRequest(boolean raw, char delimiter, int most, boolean exactly, Optional<Long> timeout) {
    static ReadRequest of(Flags flags) {
        String delimiter = flags.value('d').orElse("\n");
        Optional<String> count = flags.value('N').or(() -> flags.value('n'));
        int most = count.map(ReadRequest::count).orElse(Integer.MAX_VALUE);
        char end = delimiter.isEmpty() ? '\0' : delimiter.charAt(0);
        return new ReadRequest(
                flags.has('r'), end, most, flags.has('N'), flags.value('t').map(ReadRequest::nanos));
    }

    private static int count(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw UsageException.failed(text + ": invalid number");
        }
        return Integer.parseInt(text);
    }

    private static long nanos(String text) {
        if (!text.matches("[0-9]{1,9}(\\.[0-9]*)?|\\.[0-9]+")) {
            throw UsageException.failed(text + ": invalid timeout specification");
        }
        return new BigDecimal(text.endsWith(".") ? text + "0" : text)
                .movePointRight(9)
                .longValue();
    }
}
