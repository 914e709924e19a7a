package org.vethlab.shell.syntax;

import java.util.Optional;
import org.vethlab.shell.syntax.PartReader.Mode;

/** Reads one <code>${…}</code>. */
final class ParameterReader {
    private final PartReader parts;
    private final Source source;
    private final Source.Mark start;
    private final Mode wordMode;
    private final boolean bash;
    private final int line;
    private boolean malformed;

    /**
     * @param quoted whether it stands between double quotes or in a here-document
     * @param bash whether arrays, substrings and their kin are known
     */
    ParameterReader(PartReader parts, Source.Mark start, boolean quoted, boolean bash) {
        this.parts = parts;
        this.source = parts.source();
        this.start = start;
        this.wordMode = quoted ? Mode.QUOTED_BRACES : Mode.WORD;
        this.bash = bash;
        this.line = source.line();
    }

    /** Reads from the dollar to the closing brace. */
    Part read() {
        source.next();
        source.next();
        Source.Mark inside = source.mark();
        Optional<Part> part = source.peek() == '#' ? length() : Optional.empty();
        if (part.isEmpty()) {
            source.reset(inside);
            part = source.peek() == '!' && bash ? indirect() : Optional.empty();
        }
        if (part.isEmpty()) {
            source.reset(inside);
            part = plain(false);
        }
        return part.orElseGet(this::bad);
    }

    /** <code>${#name}</code>; not <code>${#}</code>, nor <code>${#-word}</code> and the like, which are about {@code $#}. */
    private Optional<Part> length() {
        source.next();
        Optional<String> name = name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Part.Index index = index();
        return closed(name.get(), index, false, new Part.Operation.Length());
    }

    private Optional<Part> indirect() {
        source.next();
        int c = source.peek();
        if (!PartReader.isNamePart(c) && c != '#' && c != '@' && c != '*' && c != '?') {
            return Optional.empty();
        }
        Source.Mark name = source.mark();
        return keys().or(() -> {
            source.reset(name);
            return plain(true);
        });
    }

    /** <code>${!prefix@}</code> and <code>${!array[@]}</code>. */
    private Optional<Part> keys() {
        if (!PartReader.isNameStart(source.peek())) {
            return Optional.empty();
        }
        String name = parts.name();
        int c = source.peek();
        if ((c == '@' || c == '*') && source.peekSecond() == '}') {
            source.next();
            return closed(name, PartReader.NO_INDEX, false, new Part.Operation.NamesWithPrefix(c == '@'));
        }
        Part.Index index = index();
        if (index instanceof Part.Index.At || index instanceof Part.Index.Star) {
            return closed(name, index, false, new Part.Operation.Keys());
        }
        return Optional.empty();
    }

    private Optional<Part> plain(boolean indirect) {
        Optional<String> name = name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Part.Index index = index();
        return operation().flatMap(operation -> closed(name.get(), index, indirect, operation));
    }

    private Optional<Part> closed(String name, Part.Index index, boolean indirect, Part.Operation operation) {
        if (source.peek() == Source.END) {
            throw parts.unterminated(line, '}');
        }
        if (malformed || !source.skip('}')) {
            return Optional.empty();
        }
        return Optional.of(new Part.Parameter(name, index, indirect, operation, source.since(start)));
    }

    /** Takes what is no expansion up to its closing brace. */
    private Part bad() {
        parts.parts(wordMode, c -> c == '}');
        if (!source.skip('}')) {
            throw parts.unterminated(line, '}');
        }
        return new Part.BadSubstitution(source.since(start));
    }

    private Optional<String> name() {
        int c = source.peek();
        if (PartReader.isNameStart(c)) {
            return Optional.of(parts.name());
        }
        if (PartReader.isSpecialParameter(c)) {
            return Optional.of(String.valueOf((char) source.next()));
        }
        StringBuilder digits = new StringBuilder();
        while (PartReader.isDigit(source.peek())) {
            digits.append((char) source.next());
        }
        return digits.length() > 0 ? Optional.of(digits.toString()) : Optional.empty();
    }

    private Part.Index index() {
        if (source.peek() != '[' || !bash) {
            return PartReader.NO_INDEX;
        }
        source.next();
        PartReader.Nesting brackets = new PartReader.Nesting('[', ']');
        Word subscript = parts.word(Mode.WORD, c -> brackets.at(c) || c == '}');
        if (!source.skip(']')) {
            malformed = true;
            return PartReader.NO_INDEX;
        }
        return switch (subscript.source()) {
            case "@" -> new Part.Index.At();
            case "*" -> new Part.Index.Star();
            default -> new Part.Index.Subscript(subscript);
        };
    }

    private Optional<Part.Operation> operation() {
        int c = source.peek();
        return switch (c) {
            case '}', Source.END -> Optional.of(PartReader.NO_OPERATION);
            case ':' -> colon();
            case '-', '=', '?', '+' -> Optional.of(defaultWord(false));
            case '#', '%' -> Optional.of(trim());
            default -> bash ? operationOfBash(c) : Optional.empty();
        };
    }

    private Optional<Part.Operation> operationOfBash(int c) {
        return switch (c) {
            case '/' -> Optional.of(replace());
            case '^', ',', '~' -> Optional.of(changeCase());
            case '@' -> transform();
            default -> Optional.empty();
        };
    }

    private Optional<Part.Operation> colon() {
        source.next();
        int c = source.peek();
        if (c == '-' || c == '=' || c == '?' || c == '+') {
            return Optional.of(defaultWord(true));
        }
        return bash ? Optional.of(substring()) : Optional.empty();
    }

    private Part.Operation substring() {
        Expression offset = parts.expression(new Ternary());
        if (!source.skip(':')) {
            return new Part.Operation.Substring(offset, Optional.empty());
        }
        return new Part.Operation.Substring(offset, Optional.of(parts.expression(new Ternary())));
    }

    private Part.Operation defaultWord(boolean colon) {
        char operator = (char) source.next();
        return new Part.Operation.Default(operator, colon, wordTo(wordMode));
    }

    private Part.Operation trim() {
        char operator = (char) source.next();
        boolean longest = source.skip(operator);
        return new Part.Operation.Trim(operator == '%', longest, wordTo(Mode.WORD));
    }

    private Part.Operation replace() {
        source.next();
        Part.Anchor anchor = Part.Anchor.FIRST;
        if (source.skip('/')) {
            anchor = Part.Anchor.ALL;
        } else if (source.skip('#')) {
            anchor = Part.Anchor.START;
        } else if (source.skip('%')) {
            anchor = Part.Anchor.END;
        }
        Word pattern = parts.word(Mode.WORD, c -> c == '/' || c == '}');
        Word replacement = source.skip('/') ? wordTo(Mode.WORD) : Word.EMPTY;
        return new Part.Operation.Replace(anchor, pattern, replacement);
    }

    private Part.Operation changeCase() {
        char operator = (char) source.next();
        boolean all = source.skip(operator);
        return new Part.Operation.ChangeCase(operator, all, wordTo(Mode.WORD));
    }

    private Optional<Part.Operation> transform() {
        source.next();
        int c = source.peek();
        if ("QEPAKakuUL".indexOf(c) < 0) {
            return Optional.empty();
        }
        source.next();
        return Optional.of(new Part.Operation.Transform((char) c));
    }

    private Word wordTo(Mode mode) {
        return parts.word(mode, c -> c == '}');
    }

    /** Ends an offset at its colon, but not at one that belongs to a question mark or stands in parentheses. */
    private static final class Ternary implements PartReader.Stop {
        private int questions;
        private int depth;

        @Override
        public boolean at(int c) {
            switch (c) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '?' -> questions++;
                case '}' -> {
                    return true;
                }
                case ':' -> {
                    if (depth == 0 && questions == 0) {
                        return true;
                    }
                    questions--;
                }
                default -> {}
            }
            return false;
        }
    }
}
