package org.vethlab.view;

/**
 * Takes fields that are described once and makes text or JSON of them, as iproute2's print_* calls do. A program is
 * handed a text printer or a JSON printer and does not ask which.
 */
public interface Printer {
    /** Starts the list of all rows: {@code [} in JSON, nothing in text. */
    void beginList();

    void endList();

    /** Starts a row or, with a key, an object inside one. */
    void beginObject();

    void beginObject(String key);

    void endObject();

    /** Starts an array inside a row. */
    void beginArray(String key);

    void endArray();

    /** A field: {@code key} and the value in JSON; in text {@code format} with %s for the value. */
    void field(String key, String format, Object value);

    /** A field without a value: {@code true} or null in JSON, the word in text. */
    void flag(String key, String text);

    /** An element of an array. */
    void element(String format, Object value);

    /** Text only: blanks, newlines, words that JSON has no field for. */
    void text(String text);

    /** JSON only. */
    void hidden(String key, Object value);

    /** Ends the output. */
    void finish();
}
