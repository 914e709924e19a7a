package org.vethlab.shell.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The script's characters, with as much look-ahead as anybody wants, and the number of the line they are on. */
final class Source {
    static final int END = -1;

    private final LineSupplier lines;
    private final StringBuilder text = new StringBuilder();
    private int position;
    private int line;
    private boolean ended;
    private long forgotten;
    private final List<Rewrite> rewrites = new ArrayList<>();
    private final Set<Integer> tried = new HashSet<>();

    Source(LineSupplier lines, int firstLine) {
        this.lines = lines;
        this.line = firstLine;
    }

    /** A place to come back to. */
    record Mark(int position, int line) {}

    Mark mark() {
        return new Mark(position, line);
    }

    void reset(Mark mark) {
        rewrites.removeIf(rewrite -> rewrite.start() >= mark.position());
        position = mark.position();
        line = mark.line();
    }

    /**
     * False for a place where arithmetic was looked for in vain. What is read again because something around it was none
     * is not tried again: that would double with each level of nesting.
     */
    boolean mayBeArithmetic(Mark mark) {
        return tried.add(mark.position());
    }

    void isArithmetic(Mark mark) {
        tried.remove(mark.position());
    }

    int line() {
        return line;
    }

    /** The next character; a backslash and newline before it are skipped for good. */
    int peek() {
        int c = raw(0);
        while (c == '\\' && raw(1) == '\n') {
            position += 2;
            line++;
            c = raw(0);
        }
        return c;
    }

    /** The character after the next one. */
    int peekSecond() {
        int c = peek();
        int ahead = 1;
        while (c != END && raw(ahead) == '\\' && raw(ahead + 1) == '\n') {
            ahead += 2;
        }
        return c == END ? END : raw(ahead);
    }

    /** Takes the next character, continued lines joined. */
    int next() {
        peek();
        return nextRaw();
    }

    /** The character so many places ahead, backslashes before newlines included. */
    int raw(int ahead) {
        boolean more = true;
        while (more && position + ahead >= text.length()) {
            more = pull();
        }
        return position + ahead < text.length() ? text.charAt(position + ahead) : END;
    }

    int nextRaw() {
        int c = raw(0);
        if (c == END) {
            return END;
        }
        position++;
        if (c == '\n') {
            line++;
        }
        return c;
    }

    /** Takes a text if it stands next; of a part of it that does, too. */
    boolean skip(String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if (!skip(wanted.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    boolean skip(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        next();
        return true;
    }

    /** Has {@link #since} give other text for what was read since a mark: bash prints substitutions in its own layout. */
    void rewrite(Mark mark, String instead) {
        rewrites.removeIf(rewrite -> rewrite.start() >= mark.position());
        rewrites.add(new Rewrite(mark.position(), position, instead));
    }

    /** What was read since a mark, continued lines joined. */
    String since(Mark mark) {
        StringBuilder read = new StringBuilder();
        int from = mark.position();
        for (Rewrite rewrite : rewrites) {
            if (rewrite.start() >= from) {
                read.append(joined(text.substring(from, rewrite.start()))).append(rewrite.text());
                from = rewrite.end();
            }
        }
        return read.append(joined(text.substring(from, position))).toString();
    }

    private static String joined(String read) {
        return read.indexOf("\\\n") < 0 || read.indexOf('\'') >= 0 ? read : read.replace("\\\n", "");
    }

    private record Rewrite(int start, int end, String text) {}

    /** The whole line that the last character read stands on. */
    String currentLine() {
        int at = Math.max(0, position - 1);
        int start = text.lastIndexOf("\n", at - 1) + 1;
        int end = text.indexOf("\n", at);
        return text.substring(Math.min(start, text.length()), end < 0 ? text.length() : end);
    }

    /** Reads a line raw, without its newline; empty at the end. */
    Optional<String> nextLine() {
        if (raw(0) == END) {
            return Optional.empty();
        }
        StringBuilder read = new StringBuilder();
        for (int c = nextRaw(); c != END && c != '\n'; c = nextRaw()) {
            read.append((char) c);
        }
        return Optional.of(read.toString());
    }

    /** Puts text (an alias's value) in front of what comes next. */
    void push(String front) {
        text.insert(position, front);
    }

    /** How many characters have been read, those of aliases among them. */
    long consumed() {
        return forgotten + position;
    }

    /** Forgets what was read; marks made before are void. */
    void forget() {
        forgotten += position;
        text.delete(0, position);
        rewrites.clear();
        tried.clear();
        position = 0;
    }

    private boolean pull() {
        if (ended) {
            return false;
        }
        Optional<String> more = lines.next();
        ended = more.isEmpty();
        more.ifPresent(text::append);
        return !ended;
    }
}
