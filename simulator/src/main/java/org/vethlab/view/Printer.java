package org.vethlab.view;

/**
 * Takes fields that are described once and makes text or JSON of them, as iproute2's print_* calls do. A program is
 * handed a text printer or a JSON printer and does not ask which, except where Linux itself says different things.
 *
 * <p>A format is {@link String#format}'s, with {@code %s} (or {@code %-16s}, …) where the value goes.
 */
public interface Printer {
    /** Whether this one makes JSON (is_json_context). */
    boolean isJson();

    /** Starts the list of all rows: {@code [} in JSON, nothing in text. */
    void beginList();

    /** Ends the list of all rows, and in JSON the line. */
    void endList();

    /** Starts a row. */
    void beginObject();

    /** Starts an object inside a row. */
    void beginObject(String key);

    void endObject();

    /** Starts an array inside a row. */
    void beginArray(String key);

    void endArray();

    /** A field: {@code key} and the value in JSON; in text {@code format} with %s for the value. */
    default void field(String key, String format, Object value) {
        field(Color.NONE, key, format, value);
    }

    /** A field whose text is coloured if the user asked for colour. */
    void field(Color color, String key, String format, Object value);

    /** A field that reads {@code on} or {@code off} in text, true or false in JSON (print_on_off). */
    void onOff(String key, String format, boolean value);

    /** A field in hexadecimal without prefix in text, as a string with {@code 0x} in JSON (print_0xhex). */
    void hex(String key, String format, long value);

    /** A field without a value: true in JSON, the word in text (print_bool). */
    void flag(String key, String text);

    /** A field without a value: null in JSON, the word in text (print_null). */
    void empty(String key, String text);

    /** An element of an array. */
    default void element(String format, Object value) {
        element(Color.NONE, format, value);
    }

    void element(Color color, String format, Object value);

    /** Text only: blanks, words that JSON has no field for. */
    void text(String text);

    /** Text only, coloured. */
    void text(Color color, String text);

    /** Text only: the end of a line, which is a backslash under {@code -o} (print_nl). */
    void newline();

    /** JSON only. */
    void hidden(String key, Object value);
}
