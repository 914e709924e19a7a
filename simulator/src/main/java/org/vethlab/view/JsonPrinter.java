package org.vethlab.view;

import java.util.function.Consumer;

/** Prints fields as iproute2's json_writer.c does, blanks included: on one line, or indented ({@code -p}). */
public final class JsonPrinter implements Printer {
    private final Consumer<String> sink;
    private final boolean pretty;
    private int depth;
    private boolean afterValue;

    public JsonPrinter(Consumer<String> sink, boolean pretty) {
        this.sink = sink;
        this.pretty = pretty;
    }

    @Override
    public boolean isJson() {
        return true;
    }

    @Override
    public void beginList() {
        begin("[");
    }

    @Override
    public void endList() {
        endArray();
        afterValue = false;
        sink.accept("\n");
    }

    @Override
    public void beginObject() {
        begin("{");
    }

    @Override
    public void beginObject(String key) {
        name(key);
        begin("{");
    }

    @Override
    public void endObject() {
        depth--;
        if (afterValue) {
            startLine();
        }
        sink.accept("}");
        afterValue = true;
    }

    @Override
    public void beginArray(String key) {
        name(key);
        begin("[");
    }

    @Override
    public void endArray() {
        depth--;
        sink.accept(pretty && afterValue ? " ]" : "]");
        afterValue = true;
    }

    @Override
    public void field(Color color, String key, String format, Object value) {
        hidden(key, value);
    }

    @Override
    public void onOff(String key, String format, boolean value) {
        hidden(key, value);
    }

    @Override
    public void hex(String key, String format, long value) {
        hidden(key, (value == 0 ? "" : "0x") + Long.toHexString(value));
    }

    @Override
    public void flag(String key, String text) {
        hidden(key, true);
    }

    @Override
    public void empty(String key, String text) {
        name(key);
        separate();
        sink.accept("null");
    }

    @Override
    public void element(Color color, String format, Object value) {
        separate();
        sink.accept(value instanceof Number || value instanceof Boolean ? value.toString() : quote(value.toString()));
    }

    @Override
    public void text(String text) {}

    @Override
    public void text(Color color, String text) {}

    @Override
    public void newline() {}

    @Override
    public void hidden(String key, Object value) {
        name(key);
        element(Color.NONE, "", value);
    }

    private void begin(String bracket) {
        separate();
        sink.accept(pretty && bracket.equals("[") ? "[ " : bracket);
        depth++;
        afterValue = false;
    }

    private void name(String key) {
        if (afterValue) {
            sink.accept(",");
        }
        startLine();
        sink.accept(quote(key) + (pretty ? ": " : ":"));
        afterValue = false;
    }

    private void separate() {
        if (afterValue) {
            sink.accept(",");
        }
        afterValue = true;
    }

    private void startLine() {
        if (pretty) {
            sink.accept("\n" + "    ".repeat(depth));
        }
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\t' -> quoted.append("\\t");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\f' -> quoted.append("\\f");
                case '\b' -> quoted.append("\\b");
                case '\\', '"' -> quoted.append('\\').append(c);
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
