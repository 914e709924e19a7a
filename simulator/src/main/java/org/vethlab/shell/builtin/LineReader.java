package org.vethlab.shell.builtin;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.vethlab.process.Input;
import org.vethlab.process.Process;
import org.vethlab.process.Signal;
import org.vethlab.process.SignalException;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.text.RawText;
import org.vethlab.time.Timer;

/** Reads what {@code read} wants, byte by byte, and knows which characters a backslash has protected. */
final class LineReader {
    enum Outcome {
        WHOLE,
        END,
        TIMED_OUT
    }

    private final Interpreter shell;
    private final Input input;
    private final ReadRequest request;
    private final StringBuilder text = new StringBuilder();
    private final BitSet escaped = new BitSet();

    LineReader(Interpreter shell, Input input, ReadRequest request) {
        this.shell = shell;
        this.input = input;
        this.request = request;
    }

    String text() {
        return text.toString();
    }

    /** A time limit is an alarm that cuts the reading short, as in bash. */
    Outcome read() {
        if (request.timeout().isEmpty()) {
            return readCharacters();
        }
        Process process = shell.process();
        Timer alarm = process.machine().clock().after(request.timeout().get(), () -> process.signal(Signal.ALRM));
        try {
            return readCharacters();
        } catch (SignalException e) {
            if (e.signal() == Signal.ALRM) {
                return Outcome.TIMED_OUT;
            }
            throw e;
        } finally {
            alarm.cancel();
        }
    }

    private Outcome readCharacters() {
        int count = 0;
        while (count < request.most()) {
            String character = character();
            if (character.isEmpty()) {
                return Outcome.END;
            }
            if (character.charAt(0) == '\\' && !request.raw()) {
                if (!protect()) {
                    return Outcome.END;
                }
            } else if (character.charAt(0) == request.delimiter() && !request.exactly()) {
                return Outcome.WHOLE;
            } else if (character.charAt(0) != '\0') {
                text.append(character);
            }
            count++;
        }
        return Outcome.WHOLE;
    }

    /** Behind a backslash: a newline goes, anything else is itself and no separator. */
    private boolean protect() {
        String character = character();
        if (character.isEmpty()) {
            return false;
        }
        if (character.charAt(0) != '\n') {
            escaped.set(text.length());
            text.append(character);
        }
        return true;
    }

    /** One character of UTF-8; empty at the end. */
    private String character() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4);
        int wanted = 1;
        while (bytes.size() < wanted) {
            int next = nextByte();
            if (next < 0) {
                break;
            }
            bytes.write(next);
            if (bytes.size() == 1) {
                wanted = next < 0xc0 ? 1 : next < 0xe0 ? 2 : next < 0xf0 ? 3 : 4;
            }
        }
        return bytes.size() == 0 ? "" : RawText.decode(bytes.toByteArray());
    }

    private int nextByte() {
        byte[] one = new byte[1];
        int count = shell.traps().blocking(() -> input.read(one, 0, 1)).orElse(-1);
        return count <= 0 ? -1 : one[0] & 0xff;
    }

    /** Cuts the text at separators into so many fields at most; the last one takes the rest. */
    List<String> split(String separators, int most) {
        List<String> fields = new ArrayList<>();
        int at = skipBlanks(0, separators);
        while (at < text.length()) {
            if (fields.size() == most - 1) {
                fields.add(rest(at, separators));
                return fields;
            }
            int end = at;
            while (end < text.length() && !isSeparator(end, separators)) {
                end++;
            }
            fields.add(text.substring(at, end));
            at = skipSeparator(end, separators);
        }
        return fields;
    }

    /** All that is left, without blanks at its end; of a single field more its separator goes too. */
    private String rest(int from, String separators) {
        int end = from;
        while (end < text.length() && !isSeparator(end, separators)) {
            end++;
        }
        if (skipSeparator(end, separators) >= text.length()) {
            return text.substring(from, end);
        }
        int last = text.length();
        while (last > from && isBlank(last - 1, separators)) {
            last--;
        }
        return text.substring(from, last);
    }

    private int skipSeparator(int from, String separators) {
        int at = skipBlanks(from, separators);
        if (at < text.length() && isSeparator(at, separators) && !isBlank(at, separators)) {
            at = skipBlanks(at + 1, separators);
        }
        return at;
    }

    private int skipBlanks(int from, String separators) {
        int at = from;
        while (at < text.length() && isBlank(at, separators)) {
            at++;
        }
        return at;
    }

    private boolean isSeparator(int at, String separators) {
        return !escaped.get(at) && separators.indexOf(text.charAt(at)) >= 0;
    }

    private boolean isBlank(int at, String separators) {
        char c = text.charAt(at);
        return isSeparator(at, separators) && (c == ' ' || c == '\t' || c == '\n');
    }
}
