package org.vethlab.program.text;

import java.util.Optional;
import java.util.OptionalLong;

/** What grep prints of what it finds, and with which prefixes. */
final class GrepStyle {
    private final Call call;
    private final boolean named;
    private final boolean colored;
    private final long maximum;
    private final int before;
    private final int after;
    private boolean anyGroup;

    /** @param manyFiles several files are searched, so that each line tells its own */
    GrepStyle(Call call, boolean manyFiles) {
        this.call = call;
        this.named = call.options().last("H", "h").map("H"::equals).orElse(manyFiles);
        this.colored = call.value("color").filter("always"::equals).isPresent();
        this.maximum = call.value("m")
                .map(text -> number(text).orElseThrow(() -> call.failure(2, "invalid max count")))
                .orElse(Long.MAX_VALUE);
        int around = context("C", 0);
        this.before = context("B", around);
        this.after = context("A", around);
    }

    private int context(String option, int otherwise) {
        Optional<String> given = call.value(option);
        return given.map(text -> (int) Math.min(
                        Integer.MAX_VALUE,
                        number(text).orElseThrow(() -> call.failure(2, text + ": invalid context length argument"))))
                .orElse(otherwise);
    }

    private static OptionalLong number(String text) {
        return text.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    boolean quiet() {
        return call.has("q");
    }

    boolean listing() {
        return call.has("l") || call.has("L");
    }

    boolean listingOthers() {
        return call.has("L");
    }

    boolean counting() {
        return call.has("c");
    }

    boolean invert() {
        return call.has("v");
    }

    boolean onlyMatching() {
        return call.has("o");
    }

    boolean text() {
        return call.has("a")
                || call.value("binary-files").filter("text"::equals).isPresent();
    }

    boolean colored() {
        return colored;
    }

    char delimiter() {
        return call.has("z") ? '\0' : '\n';
    }

    long maximum() {
        return maximum;
    }

    int before() {
        return before;
    }

    int after() {
        return after;
    }

    boolean hasContext() {
        return call.has("A") || call.has("B") || call.has("C");
    }

    /** Between groups of lines that do not touch stands a line of two dashes. */
    void separateGroups(Call to, boolean adjacent) {
        if (anyGroup && !adjacent && !to.has("no-group-separator")) {
            String separator = to.value("group-separator").orElse("--");
            to.println(colored ? paint("36", separator) : separator);
        }
        anyGroup = true;
    }

    /** File name, line number and byte offset, as far as they are asked for. */
    String prefix(String name, long number, long offset, char mark) {
        String separator = colored ? paint("36", String.valueOf(mark)) : String.valueOf(mark);
        String prefix = title(name, separator)
                + (call.has("n") ? painted("32", Long.toString(number)) + separator : "")
                + (call.has("b") ? painted("32", Long.toString(offset)) + separator : "");
        return call.has("T") && !prefix.isEmpty() ? prefix + "\t" : prefix;
    }

    String title(String name, String separator) {
        return named ? coloredName(name) + (call.has("Z") ? "\0" : separator) : "";
    }

    String coloredName(String name) {
        return painted("35", name);
    }

    private String painted(String color, String text) {
        return colored ? paint(color, text) : text;
    }

    static String paint(String color, String text) {
        return "\033[" + color + "m\033[K" + text + "\033[m\033[K";
    }
}
