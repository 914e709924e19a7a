package org.vethlab.view;

import java.util.Locale;
import java.util.function.Consumer;

/** Prints fields in the formats that they bring along. */
public final class TextPrinter implements Printer {
    private final Consumer<String> sink;
    private final String lineEnd;
    private final boolean colored;

    /**
     * @param sink takes the text as it comes
     * @param oneline ends lines with a backslash instead ({@code ip -o})
     */
    public TextPrinter(Consumer<String> sink, boolean oneline, boolean colored) {
        this.sink = sink;
        this.lineEnd = oneline ? "\\" : "\n";
        this.colored = colored;
    }

    @Override
    public boolean isJson() {
        return false;
    }

    @Override
    public void beginList() {}

    @Override
    public void endList() {}

    @Override
    public void beginObject() {}

    @Override
    public void beginObject(String key) {}

    @Override
    public void endObject() {}

    @Override
    public void beginArray(String key) {}

    @Override
    public void endArray() {}

    @Override
    public void field(Color color, String key, String format, Object value) {
        element(color, format, value);
    }

    @Override
    public void onOff(String key, String format, boolean value) {
        element(Color.NONE, format, value ? "on" : "off");
    }

    @Override
    public void hex(String key, String format, long value) {
        element(Color.NONE, format, Long.toHexString(value));
    }

    @Override
    public void flag(String key, String text) {
        sink.accept(text);
    }

    @Override
    public void empty(String key, String text) {
        sink.accept(text);
    }

    @Override
    public void element(Color color, String format, Object value) {
        text(color, String.format(Locale.ROOT, format, value));
    }

    @Override
    public void text(String text) {
        sink.accept(text);
    }

    @Override
    public void text(Color color, String text) {
        sink.accept(colored ? color.paint(text) : text);
    }

    @Override
    public void newline() {
        sink.accept(lineEnd);
    }

    @Override
    public void hidden(String key, Object value) {}
}
