package org.vethlab.shell.builtin;

import org.vethlab.shell.run.Builtin.UsageException;

/** Numbers as arguments. */
final class Numeric {
    private Numeric() {}

    static boolean isNumber(String text) {
        return text.strip().matches("[-+]?[0-9]{1,18}");
    }

    /** @throws UsageException if it is none */
    static int parse(String text) {
        if (!isNumber(text)) {
            throw UsageException.failed(text + ": numeric argument required");
        }
        long value = Long.parseLong(text.strip());
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** As an exit status: its last eight bits. */
    static int status(String text) {
        return (int) (Long.parseLong(text.strip()) & 0xff);
    }
}
