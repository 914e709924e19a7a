package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.program.text.SedSubstitution.Piece;

/** Reads what follows the letter s. */
final class SedSubstitutionParser {
    private static final String UNTERMINATED = "unterminated `s' command";

    private final SedSource source;
    private final boolean extended;
    private int occurrence;
    private boolean global;
    private boolean print;
    private boolean ignoreCase;
    private boolean multiline;
    private String file = "";

    SedSubstitutionParser(SedSource source, boolean extended) {
        this.source = source;
        this.extended = extended;
    }

    SedSubstitution parse() {
        char delimiter = source.delimiter(UNTERMINATED);
        String pattern = source.upTo(delimiter, UNTERMINATED, true);
        List<Piece> replacement = replacement(source.upTo(delimiter, UNTERMINATED, false));
        flags();
        Optional<PosixRegex> regex = source.compile(pattern, extended, ignoreCase, multiline);
        checkReferences(regex, replacement);
        return new SedSubstitution(regex, replacement, Math.max(1, occurrence), global, print, file);
    }

    private void checkReferences(Optional<PosixRegex> regex, List<Piece> replacement) {
        for (Piece piece : replacement) {
            if (piece instanceof SedSubstitution.Group group
                    && regex.isPresent()
                    && group.number() > regex.get().groups()) {
                throw source.complaint("invalid reference \\" + group.number() + " on `s' command's RHS");
            }
        }
    }

    private void flags() {
        while (!source.atEnd()) {
            if (source.peek('}') || source.peek('#')) {
                return;
            }
            Optional<Integer> number = source.number();
            if (number.isPresent()) {
                occurrence(number.get());
                continue;
            }
            if (source.atEnd()) {
                return;
            }
            char flag = source.next();
            if (flag == ';' || flag == '\n') {
                return;
            }
            flag(flag);
        }
    }

    private void occurrence(int number) {
        if (number == 0) {
            throw source.complaint("number option to `s' command may not be zero");
        }
        if (occurrence > 0) {
            throw source.complaint("multiple number options to `s' command");
        }
        occurrence = number;
    }

    private void flag(char flag) {
        switch (flag) {
            case 'g' -> {
                once(global, flag);
                global = true;
            }
            case 'p' -> {
                once(print, flag);
                print = true;
            }
            case 'i', 'I' -> ignoreCase = true;
            case 'm', 'M' -> multiline = true;
            case 'w' -> file = source.fileName();
            case ' ', '\t', '\r' -> {}
            default -> throw source.complaint("unknown option to `s'");
        }
    }

    private void once(boolean already, char flag) {
        if (already) {
            throw source.complaint("multiple `" + flag + "' options to `s' command");
        }
    }

    private static List<Piece> replacement(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            Optional<Piece> special = Optional.empty();
            if (c == '&') {
                special = Optional.of(new SedSubstitution.Group(0));
            } else if (c == '\\' && at + 1 < text.length()) {
                char escaped = text.charAt(++at);
                special = special(escaped);
                if (special.isEmpty()) {
                    SedEscape escape = new SedEscape(text, at);
                    plain.append(escape.character());
                    at = escape.end() - 1;
                }
            } else {
                plain.append(c);
            }
            special.ifPresent(piece -> {
                flush(pieces, plain);
                pieces.add(piece);
            });
        }
        flush(pieces, plain);
        return List.copyOf(pieces);
    }

    private static void flush(List<Piece> pieces, StringBuilder plain) {
        if (plain.length() > 0) {
            pieces.add(new SedSubstitution.Text(plain.toString()));
            plain.setLength(0);
        }
    }

    private static Optional<Piece> special(char escaped) {
        if (escaped >= '0' && escaped <= '9') {
            return Optional.of(new SedSubstitution.Group(escaped - '0'));
        }
        return "LUluE".indexOf(escaped) >= 0 ? Optional.of(new SedSubstitution.Case(escaped)) : Optional.empty();
    }
}
