package org.vethlab.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.syntax.PartReader.Mode;

/** Reads {@code name=value} and its kin where the grammar allows an assignment. */
final class AssignmentReader {
    private final PartReader parts;
    private final Source source;
    private final ParserOptions options;

    AssignmentReader(PartReader parts, ParserOptions options) {
        this.parts = parts;
        this.options = options;
        this.source = parts.source();
    }

    /** Reads an assignment; empty, and nothing read, if there is none at this place. */
    Optional<Assignment> read() {
        if (!PartReader.isNameStart(source.peek())) {
            return Optional.empty();
        }
        Source.Mark start = source.mark();
        String name = parts.name();
        Optional<Word> subscript = subscript();
        boolean append = options.knowsBash() && source.peek() == '+' && source.peekSecond() == '=';
        if (append) {
            source.next();
        }
        if (!source.skip('=')) {
            source.reset(start);
            return Optional.empty();
        }
        Assignment.Value value = value();
        return Optional.of(new Assignment(name, subscript, append, value, source.since(start)));
    }

    private Optional<Word> subscript() {
        if (source.peek() != '[' || !options.knowsBash()) {
            return Optional.empty();
        }
        Source.Mark start = source.mark();
        source.next();
        try {
            Word subscript = parts.word(Mode.WORD, new PartReader.Nesting('[', ']'));
            if (source.skip(']')) {
                return Optional.of(subscript);
            }
        } catch (SyntaxException e) {
            // not an assignment after all: whoever reads it as a word will find the error again
        }
        source.reset(start);
        return Optional.empty();
    }

    private Assignment.Value value() {
        if (source.peek() == '(' && options.knowsBash()) {
            return compound();
        }
        return new Assignment.Scalar(parts.word(Mode.WORD, parts::endsWord));
    }

    private Assignment.Value compound() {
        int line = source.line();
        source.next();
        List<Assignment.Element> elements = new ArrayList<>();
        for (skipSpace(); !source.skip(')'); skipSpace()) {
            int c = source.peek();
            if (c == Source.END) {
                String message = "unexpected EOF while looking for matching `)'";
                throw new SyntaxException(line, message, Optional.empty(), 1);
            }
            if (parts.endsWord(c)) {
                throw unexpected((char) c);
            }
            elements.add(element());
        }
        return new Assignment.Compound(List.copyOf(elements));
    }

    private SyntaxException unexpected(char c) {
        source.next();
        String message = "syntax error near unexpected token `" + c + "'";
        return new SyntaxException(source.line(), message, Optional.of(source.currentLine()), 1);
    }

    private Assignment.Element element() {
        Source.Mark start = source.mark();
        Optional<Word> subscript = subscript();
        if (subscript.isPresent()) {
            boolean append = source.skip('+');
            if (source.skip('=')) {
                return new Assignment.Element(subscript, append, parts.word(Mode.WORD, parts::endsWord));
            }
            source.reset(start);
        }
        return new Assignment.Element(Optional.empty(), false, parts.word(Mode.WORD, parts::endsWord));
    }

    /** Blanks, newlines and comments between elements. */
    private void skipSpace() {
        for (int c = source.peek(); c == ' ' || c == '\t' || c == '\n' || c == '#'; c = source.peek()) {
            if (c == '#') {
                source.nextLine();
            } else {
                source.next();
            }
        }
    }
}
