package org.vethlab.program.awk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.vethlab.process.Input;

/** Cuts an input into records, at the end of lines or at what RS says. */
final class Records {
    private final Input input;
    private final byte[] buffer = new byte[8192];
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int at;
    private int filled;
    private String rest = "";
    private boolean readAll;

    Records(Input input) {
        this.input = input;
    }

    /** The next record; empty at the end. */
    Optional<String> next(String separator, Patterns patterns) {
        if (separator.equals("\n")) {
            return line('\n');
        }
        if (separator.isEmpty()) {
            return paragraph();
        }
        return separator.length() == 1 ? line(separator.charAt(0)) : upTo(separator, patterns);
    }

    private Optional<String> line(char end) {
        pending.reset();
        int b = readByte();
        if (b < 0) {
            return Optional.empty();
        }
        while (b >= 0 && b != end) {
            pending.write(b);
            b = readByte();
        }
        return Optional.of(pending.toString(StandardCharsets.UTF_8));
    }

    private int readByte() {
        if (at >= filled) {
            filled = input.read(buffer, 0, buffer.length);
            at = 0;
        }
        return at < filled ? buffer[at++] & 0xff : -1;
    }

    /** RS = "": records are separated by empty lines. */
    private Optional<String> paragraph() {
        Optional<String> line = line('\n');
        while (line.isPresent() && line.get().isEmpty()) {
            line = line('\n');
        }
        if (line.isEmpty()) {
            return line;
        }
        StringBuilder text = new StringBuilder(line.get());
        for (line = line('\n'); line.isPresent() && !line.get().isEmpty(); line = line('\n')) {
            text.append('\n').append(line.get());
        }
        return Optional.of(text.toString());
    }

    private Optional<String> upTo(String separator, Patterns patterns) {
        if (!readAll) {
            rest = new String(input.readAll(), StandardCharsets.UTF_8);
            readAll = true;
        }
        if (rest.isEmpty() || rest.equals("\n")) {
            return Optional.empty();
        }
        Optional<MatchResult> match = patterns.get(separator).find(rest, 0);
        String text = match.map(found -> rest.substring(0, found.start())).orElse(rest);
        rest = match.map(found -> rest.substring(found.end())).orElse("");
        return Optional.of(match.isEmpty() && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }
}
