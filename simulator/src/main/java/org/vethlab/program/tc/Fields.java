package org.vethlab.program.tc;

import java.util.OptionalLong;
import org.vethlab.view.Printer;

/** Fields that read one way in text and another in JSON: rates, sizes and times are plain numbers there. */
final class Fields {
    private final Printer out;
    private final boolean iec;

    Fields(Printer out, boolean iec) {
        this.out = out;
        this.iec = iec;
    }

    Printer out() {
        return out;
    }

    void rate(String key, String before, long value, String after) {
        both(key, before + Units.showRate(value, iec) + after, value);
    }

    void size(String key, String before, long value, String after) {
        both(key, before + Units.showSize(value) + after, value);
    }

    /** Microseconds. */
    void time(String key, long value) {
        both(key, key + " " + Units.showTime(value) + " ", value);
    }

    void time(String key, OptionalLong value) {
        value.ifPresent(present -> time(key, present));
    }

    void both(String key, String text, Object value) {
        if (out.isJson()) {
            out.hidden(key, value);
        } else {
            out.text(text);
        }
    }

    /** print_0xhex with the format {@code %#llx}: zero has no prefix. */
    void hex(String key, String before, long value) {
        if (out.isJson()) {
            out.hex(key, "", value);
        } else {
            out.text(before + (value == 0 ? "0" : "0x" + Long.toHexString(value)));
        }
    }

    /** A fraction of 2^32-1: percent in text, a fraction in JSON. */
    void percent(String key, String before, long probability) {
        both(key, before + Units.showPercent(probability), Units.fraction(probability));
    }
}
