package org.vethlab.program.awk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/** The record and its fields; NF follows them, and they follow NF. */
final class Fields {
    private final Memory memory;
    private final Patterns patterns;
    private String record = "";
    private final List<Value> fields = new ArrayList<>();
    private boolean split = true;
    private boolean joined = true;

    Fields(Memory memory, Patterns patterns) {
        this.memory = memory;
        this.patterns = patterns;
    }

    void record(String text) {
        record = text;
        split = false;
        joined = true;
    }

    Value get(int index) {
        if (index < 0) {
            throw new AwkException("negative field index $" + index);
        }
        if (index == 0) {
            return Value.input(text());
        }
        split();
        return index <= fields.size() ? fields.get(index - 1) : Value.EMPTY;
    }

    /** $0. */
    String text() {
        if (!joined) {
            String separator = memory.get("OFS").text("%.6g");
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < fields.size(); i++) {
                text.append(i == 0 ? "" : separator).append(fields.get(i).text("%.6g"));
            }
            record = text.toString();
            joined = true;
        }
        return record;
    }

    void set(int index, Value value) {
        if (index == 0) {
            record(value.text("%.6g"));
            return;
        }
        split();
        while (fields.size() < index) {
            fields.add(Value.EMPTY);
        }
        fields.set(index - 1, value);
        joined = false;
    }

    int count() {
        split();
        return fields.size();
    }

    /** {@code NF = n} cuts or extends. */
    void count(int count) {
        split();
        while (fields.size() > Math.max(0, count)) {
            fields.remove(fields.size() - 1);
        }
        while (fields.size() < count) {
            fields.add(Value.EMPTY);
        }
        joined = false;
    }

    private void split() {
        if (split) {
            return;
        }
        fields.clear();
        split(record, memory.get("FS").text("%.6g")).forEach(field -> fields.add(Value.input(field)));
        split = true;
    }

    /** Cuts a text: at runs of blanks for a single blank, at a single character, or at a regular expression. */
    List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        if (separator.equals(" ")) {
            for (String part : text.strip().split("[ \\t\\n]+")) {
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
            return parts;
        }
        if (text.isEmpty()) {
            return parts;
        }
        if (separator.isEmpty()) {
            text.codePoints().forEach(point -> parts.add(Character.toString(point)));
            return parts;
        }
        boolean plain = separator.length() == 1 && !separator.equals("\\");
        int from = 0;
        for (Optional<MatchResult> match = next(text, separator, plain, from);
                match.isPresent();
                match = next(text, separator, plain, from)) {
            parts.add(text.substring(from, match.get().start()));
            from = match.get().end();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private Optional<MatchResult> next(String text, String separator, boolean plain, int from) {
        Optional<MatchResult> match = plain
                ? patterns.literal(separator).find(text, from)
                : patterns.get(separator).find(text, from);
        return match.filter(found -> found.end() > found.start());
    }
}
