package org.vethlab.program.text;

import java.util.Optional;
import org.vethlab.program.CommandException;

/** The text of a script and where the parser stands, by which complaints name the place. */
final class SedSource {
    private final String name;
    private final String script;
    private int at;

    SedSource(String name, String script) {
        this.name = name;
        this.script = script;
    }

    CommandException complaint(String text) {
        return complaintAt(at, text);
    }

    CommandException complaintAt(int position, String text) {
        String place = name.startsWith("-e")
                ? name + ", char " + position
                : name + " line "
                        + (1
                                + script.substring(0, at)
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count());
        return new CommandException(1, "sed: " + place + ": " + text);
    }

    boolean atEnd() {
        return at >= script.length();
    }

    boolean peek(char c) {
        return at < script.length() && script.charAt(at) == c;
    }

    boolean take(char c) {
        boolean there = peek(c);
        at += there ? 1 : 0;
        return there;
    }

    char next() {
        return script.charAt(at++);
    }

    void nextIfAny() {
        at += atEnd() ? 0 : 1;
    }

    void skipBlanks() {
        while (peek(' ') || peek('\t')) {
            at++;
        }
    }

    /** Skips blanks, newlines, semicolons and comments; false at the end. */
    boolean skipToCommand() {
        while (!atEnd()) {
            char c = script.charAt(at);
            if (c == '#') {
                int newline = script.indexOf('\n', at);
                at = newline < 0 ? script.length() : newline;
            } else if (Character.isWhitespace(c) || c == ';') {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Nothing but blanks may stand before the next command. */
    void endOfCommand() {
        skipBlanks();
        if (atEnd() || peek('}') || peek('#')) {
            return;
        }
        char c = next();
        if (c != ';' && c != '\n') {
            throw complaint("extra characters after command");
        }
    }

    Optional<Integer> number() {
        int start = at;
        while (!atEnd() && Character.isDigit(script.charAt(at))) {
            at++;
        }
        String digits = script.substring(start, Math.min(at, start + 9));
        if (digits.isEmpty()) {
            skipBlanks();
            return !atEnd() && Character.isDigit(script.charAt(at)) ? number() : Optional.empty();
        }
        return Optional.of(Integer.parseInt(digits));
    }

    /** Up to the end of the line or a semicolon. */
    String label() {
        skipBlanks();
        int start = at;
        while (!atEnd() && script.charAt(at) != '\n' && script.charAt(at) != ';') {
            at++;
        }
        String label = script.substring(start, at).strip();
        if (label.endsWith("}") && label.indexOf(' ') >= 0) {
            at = start + label.indexOf(' ');
            return label.substring(0, label.indexOf(' '));
        }
        return label;
    }

    String fileName() {
        skipBlanks();
        int end = script.indexOf('\n', at);
        String file = script.substring(at, end < 0 ? script.length() : end);
        at = end < 0 ? script.length() : end;
        if (file.isEmpty()) {
            throw complaint("missing filename in r/R/w/W commands");
        }
        return file;
    }

    /** The text of a, i and c: on this line, or behind a backslash on the next ones. */
    String text(char letter) {
        skipBlanks();
        if (atEnd()) {
            throw complaint("expected \\ after `a', `c' or `i'");
        }
        if (take('\\')) {
            int mark = at;
            skipBlanks();
            if (atEnd()) {
                return "";
            }
            if (!take('\n')) {
                at = mark;
            } else if (atEnd()) {
                throw complaint("expected \\ after `a', `c' or `i'");
            }
        }
        StringBuilder text = new StringBuilder();
        while (!atEnd()) {
            char c = next();
            if (c == '\n') {
                break;
            }
            if (c == '\\' && !atEnd()) {
                c = escapedInText(text.length() == 0);
            }
            text.append(c);
        }
        return text.append('\n').toString();
    }

    /** A backslash keeps a newline or a leading blank; of the escapes only those that make a character are known. */
    private char escapedInText(boolean first) {
        if (!first && SedEscape.isKnown(script, at) && script.charAt(at) != 'n') {
            SedEscape escape = new SedEscape(script, at);
            at = escape.end();
            return escape.character();
        }
        return next();
    }

    char delimiter(String complaint) {
        if (atEnd() || peek('\n') || peek('\\')) {
            throw complaint(complaint);
        }
        return next();
    }

    /**
     * What stands before the next delimiter; a backslash before it goes, all others stay.
     *
     * @param regex a delimiter in brackets is none
     */
    String upTo(char delimiter, String complaint, boolean regex) {
        StringBuilder text = new StringBuilder();
        while (!atEnd()) {
            char c = next();
            if (c == delimiter) {
                return text.toString();
            }
            if (c == '\\' && !atEnd()) {
                char escaped = next();
                boolean plain = escaped == delimiter && (regex || delimiter != '&');
                text.append(plain ? "" : "\\").append(escaped);
            } else if (c == '[' && regex) {
                bracket(text.append(c));
            } else if (c == '\n' && regex && delimiter != '\n') {
                break;
            } else {
                text.append(c);
            }
        }
        throw complaint(complaint);
    }

    private void bracket(StringBuilder text) {
        if (take('^')) {
            text.append('^');
        }
        if (take(']')) {
            text.append(']');
        }
        while (!atEnd() && !peek('\n')) {
            char c = next();
            text.append(c);
            if (c == ']') {
                return;
            }
            if (c == '[' && (peek(':') || peek('.') || peek('='))) {
                int end = script.indexOf(script.charAt(at) + "]", at + 1);
                if (end >= 0) {
                    text.append(script, at, end + 2);
                    at = end + 2;
                }
            }
        }
    }

    /** The regular expression; empty for the one used last. */
    Optional<PosixRegex> compile(String text, boolean extended, boolean ignoreCase, boolean multiline) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            PosixRegex.Dialect dialect = extended ? PosixRegex.Dialect.SED_EXTENDED : PosixRegex.Dialect.SED_BASIC;
            return Optional.of(PosixRegex.of(text, dialect, ignoreCase, multiline));
        } catch (RegexException e) {
            throw complaint(Optional.ofNullable(e.getMessage()).orElse(""));
        }
    }
}
