package org.vethlab.shell.syntax;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.shell.syntax.PartReader.Mode;

/** Makes tokens of characters, one ahead at most. */
final class Lexer {
    private final Source source;
    private final PartReader parts;
    private final AssignmentReader assignmentReader;
    private final HereDocumentReader documents;
    private final ParserOptions options;
    private @Nullable Token ahead;
    private boolean assignments = true;

    Lexer(Source source, ParserOptions options) {
        this.source = source;
        this.options = options;
        this.parts = new PartReader(source, options);
        this.assignmentReader = new AssignmentReader(parts, options);
        this.documents = new HereDocumentReader(parts, options);
    }

    Source source() {
        return source;
    }

    PartReader parts() {
        return parts;
    }

    /** Whether {@code name=value} is an assignment where the next word stands; set before that is looked at. */
    void acceptAssignments(boolean accept) {
        assignments = accept;
    }

    Token peek() {
        Token token = ahead;
        if (token == null) {
            token = read();
            ahead = token;
        }
        return token;
    }

    Token next() {
        Token token = peek();
        ahead = null;
        return token;
    }

    /** Forgets what was looked at, and the rest of the line. */
    void skipLine() {
        ahead = null;
        assignments = true;
        source.nextLine();
        source.forget();
    }

    /** Whether nothing stands between what was read and the character {@code c}. */
    boolean isRightBefore(char c) {
        return ahead == null && source.peek() == c;
    }

    /** The pattern behind {@code =~}: parentheses and bars belong to it. */
    Word regularExpression() {
        skipBlanks();
        return parts.word(Mode.WORD, new RegularExpressionEnd());
    }

    /** Has the body of a here-document read once the line is over. */
    void expect(HereDocument document, Word delimiter, boolean stripTabs, int line) {
        documents.expect(document, delimiter, stripTabs, line);
    }

    private Token read() {
        skipBlanks();
        skipComment();
        int line = source.line();
        int c = source.peek();
        if (c == Source.END) {
            documents.readAll();
            return Token.of(TokenType.END, "", line);
        }
        if (c == '\n') {
            source.next();
            documents.readAll();
            return Token.of(TokenType.NEWLINE, "newline", line);
        }
        if (parts.endsWord(c)) {
            return operator(line);
        }
        return descriptor(line).orElseGet(() -> wordOrAssignment(line));
    }

    private Token wordOrAssignment(int line) {
        if (assignments) {
            Optional<Assignment> assignment = assignmentReader.read();
            if (assignment.isPresent()) {
                return Token.assignment(assignment.get(), line);
            }
        }
        return Token.word(parts.word(Mode.WORD, parts::endsWord), line);
    }

    private Token operator(int line) {
        for (TokenType type : TokenType.operators(options.knowsBash())) {
            if (matches(type.text())) {
                for (int i = 0; i < type.text().length(); i++) {
                    source.next();
                }
                return Token.of(type, type.text(), line);
            }
        }
        throw new IllegalStateException("no operator at " + source.currentLine());
    }

    private boolean matches(String operator) {
        Source.Mark start = source.mark();
        boolean same = true;
        for (int i = 0; same && i < operator.length(); i++) {
            same = source.next() == operator.charAt(i);
        }
        source.reset(start);
        return same;
    }

    /** {@code 2>} and <code>{name}></code>: only if nothing stands between. */
    private Optional<Token> descriptor(int line) {
        Source.Mark start = source.mark();
        boolean named = options.knowsBash() && source.skip('{');
        if (named ? !PartReader.isNameStart(source.peek()) : !PartReader.isDigit(source.peek())) {
            source.reset(start);
            return Optional.empty();
        }
        String text = parts.name();
        boolean wellFormed =
                named ? source.skip('}') : text.chars().allMatch(PartReader::isDigit) && text.length() < 10;
        int c = source.peek();
        if (wellFormed && (c == '<' || c == '>')) {
            return Optional.of(Token.of(TokenType.DESCRIPTOR, text, line));
        }
        source.reset(start);
        return Optional.empty();
    }

    private void skipBlanks() {
        for (int c = source.peek(); c == ' ' || c == '\t'; c = source.peek()) {
            source.next();
        }
    }

    private void skipComment() {
        if (source.peek() != '#') {
            return;
        }
        for (int c = source.raw(0); c != Source.END && c != '\n'; c = source.raw(0)) {
            source.nextRaw();
        }
    }

    static boolean isMeta(int c) {
        return switch (c) {
            case ' ', '\t', '\n', ';', '&', '|', '<', '>', '(', ')' -> true;
            default -> false;
        };
    }

    /** A regular expression ends at a blank outside its parentheses. */
    private static final class RegularExpressionEnd implements PartReader.Stop {
        private int depth;

        @Override
        public boolean at(int c) {
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            }
            boolean blank = c == ' ' || c == '\t' || c == '\n';
            return depth < 0 || depth == 0 && (blank || c == ';' || c == '&');
        }
    }
}
