package org.vethlab.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.text.Escapes;

/** Reads the parts of words: quotes, dollars, backquotes, and plain text between them. */
final class PartReader {
    /** Where text stands decides what quotes in it. */
    enum Mode {
        /** A word, or what acts as one: the pattern in <code>${v#pattern}</code>, even between double quotes. */
        WORD,
        DOUBLE_QUOTES,
        /** The word in <code>"${v:-word}"</code>: single quotes are plain, double quotes toggle. */
        QUOTED_BRACES,
        HERE_DOCUMENT,
        ARITHMETIC
    }

    /** Asked once for each unquoted character: whether the text ends before it. */
    interface Stop {
        boolean at(int c);
    }

    private static final String SPECIAL_PARAMETERS = "@*#?-$!";

    private final Source source;
    private final ParserOptions options;

    PartReader(Source source, ParserOptions options) {
        this.source = source;
        this.options = options;
    }

    Source source() {
        return source;
    }

    /** Reads a word's text up to a place that {@code stop} names or to the end of the source. */
    Word word(Mode mode, Stop stop) {
        Source.Mark start = source.mark();
        List<Part> parts = parts(mode, stop);
        return new Word(source.since(start), parts);
    }

    List<Part> parts(Mode mode, Stop stop) {
        PartList out = new PartList();
        read(mode, stop, out);
        return out.parts();
    }

    /** An arithmetic expression up to where {@code stop} says. */
    Expression expression(Stop stop) {
        Source.Mark start = source.mark();
        List<Part> parts = parts(Mode.ARITHMETIC, stop);
        return Expression.of(source.since(start), parts);
    }

    SyntaxException unterminated(int line, char wanted) {
        String message = "unexpected EOF while looking for matching `" + wanted + "'";
        return new SyntaxException(line, message, Optional.empty());
    }

    private void read(Mode mode, Stop stop, PartList out) {
        for (int c = source.peek(); c != Source.END && !stop.at(c); c = source.peek()) {
            switch (c) {
                case '\\' -> backslash(mode, out);
                case '\'' -> singleQuote(mode, out);
                case '"' -> doubleQuote(mode, out);
                case '$' -> dollar(mode, out);
                case '`' -> backquote(mode, out);
                case '<', '>' -> processSubstitution(mode, out);
                case '?', '*', '+', '@', '!' -> extendedPattern(mode, out);
                default -> out.text((char) source.next());
            }
        }
    }

    private void backslash(Mode mode, PartList out) {
        source.next();
        int c = source.raw(0);
        if (mode == Mode.WORD) {
            if (c == Source.END) {
                out.text('\\');
            } else {
                out.add(new Part.Quoted(String.valueOf((char) source.nextRaw())));
            }
            return;
        }
        if (c == '$'
                || c == '`'
                || c == '\\'
                || (c == '"' && mode != Mode.HERE_DOCUMENT)
                || (c == '}' && mode == Mode.QUOTED_BRACES)) {
            out.add(new Part.Quoted(String.valueOf((char) source.nextRaw())));
        } else {
            out.text('\\');
        }
    }

    private void singleQuote(Mode mode, PartList out) {
        if (mode != Mode.WORD) {
            out.text((char) source.next());
            return;
        }
        int line = source.line();
        source.next();
        StringBuilder text = new StringBuilder();
        for (int c = source.nextRaw(); c != '\''; c = source.nextRaw()) {
            if (c == Source.END) {
                throw unterminated(line, '\'');
            }
            text.append((char) c);
        }
        out.add(new Part.Quoted(text.toString()));
    }

    private void doubleQuote(Mode mode, PartList out) {
        if (mode == Mode.HERE_DOCUMENT) {
            out.text((char) source.next());
            return;
        }
        if (mode == Mode.ARITHMETIC) {
            source.next(); // an expression counts as quoted already
            return;
        }
        int line = source.line();
        source.next();
        List<Part> parts = parts(Mode.DOUBLE_QUOTES, c -> c == '"');
        if (!source.skip('"')) {
            throw unterminated(line, '"');
        }
        out.add(new Part.DoubleQuoted(parts));
    }

    private void dollar(Mode mode, PartList out) {
        Source.Mark start = source.mark();
        int c = source.peekSecond();
        if (c == '(') {
            source.next();
            source.next();
            out.add(parenthesis(start));
        } else if (c == '{') {
            boolean quoted = mode == Mode.DOUBLE_QUOTES || mode == Mode.QUOTED_BRACES || mode == Mode.HERE_DOCUMENT;
            out.add(new ParameterReader(this, start, quoted, options.knowsBash()).read());
        } else if (!options.knowsBash()) {
            simpleParameter(c, start, out);
        } else if (c == '[') {
            out.add(oldArithmetic());
        } else if (c == '\'' && mode == Mode.WORD) {
            out.add(ansiQuoted());
        } else if (c == '"' && mode == Mode.WORD) {
            source.next();
        } else {
            simpleParameter(c, start, out);
        }
    }

    private void simpleParameter(int c, Source.Mark start, PartList out) {
        source.next();
        String name;
        if (isNameStart(c)) {
            name = name();
        } else if (SPECIAL_PARAMETERS.indexOf(c) >= 0 || isDigit(c)) {
            name = String.valueOf((char) source.next());
        } else {
            out.text('$');
            return;
        }
        out.add(new Part.Parameter(name, NO_INDEX, false, NO_OPERATION, source.since(start)));
    }

    static final Part.Index NO_INDEX = new Part.Index.None();
    static final Part.Operation NO_OPERATION = new Part.Operation.None();

    /** Reads the longest name at this place. */
    String name() {
        StringBuilder name = new StringBuilder();
        while (isNamePart(source.peek())) {
            name.append((char) source.next());
        }
        return name.toString();
    }

    /** Behind {@code $(}: arithmetic if it starts and ends with a second parenthesis, else commands. */
    private Part parenthesis(Source.Mark start) {
        if (source.peek() == '(') {
            Optional<Expression> expression = arithmetic();
            if (expression.isPresent()) {
                return new Part.ArithmeticExpansion(expression.get());
            }
        }
        Command body = new Parser(source, options).substitution();
        source.rewrite(start, "$(" + CommandPrinter.print(body) + ")");
        return new Part.CommandSubstitution(body);
    }

    /** {@code (expression))}, the first parenthesis still ahead; empty, and nothing read, if it is no such thing. */
    Optional<Expression> arithmetic() {
        Source.Mark start = source.mark();
        if (!source.mayBeArithmetic(start)) {
            return Optional.empty();
        }
        source.next();
        Expression expression;
        try {
            expression = expression(new Nesting('(', ')'));
        } catch (SyntaxException e) {
            source.reset(start);
            return Optional.empty();
        }
        if (source.peek() == Source.END) {
            throw unterminated(start.line(), ')');
        }
        if (source.skip("))")) {
            source.isArithmetic(start);
            return Optional.of(expression);
        }
        source.reset(start);
        return Optional.empty();
    }

    private Part oldArithmetic() {
        int line = source.line();
        source.next();
        source.next();
        Expression expression = expression(new Nesting('[', ']'));
        if (!source.skip(']')) {
            throw unterminated(line, ']');
        }
        return new Part.ArithmeticExpansion(expression);
    }

    private Part ansiQuoted() {
        int line = source.line();
        source.next();
        source.next();
        StringBuilder text = new StringBuilder();
        for (int c = source.nextRaw(); c != '\''; c = source.nextRaw()) {
            if (c == '\\') {
                text.append('\\');
                c = source.nextRaw();
            }
            if (c == Source.END) {
                throw unterminated(line, '\'');
            }
            text.append((char) c);
        }
        return new Part.Quoted(
                Escapes.resolve(text.toString(), Escapes.Flavour.ANSI_C).text());
    }

    private void backquote(Mode mode, PartList out) {
        int line = source.line();
        source.next();
        StringBuilder text = new StringBuilder();
        for (int c = source.nextRaw(); c != '`'; c = source.nextRaw()) {
            if (c == '\\' && source.raw(0) == '\n') {
                source.nextRaw();
                continue;
            }
            if (c == '\\') {
                int next = source.raw(0);
                boolean escapes =
                        next == '$' || next == '`' || next == '\\' || (next == '"' && mode == Mode.DOUBLE_QUOTES);
                c = escapes ? source.nextRaw() : c;
            }
            if (c == Source.END) {
                throw unterminated(line, '`');
            }
            text.append((char) c);
        }
        out.add(new Part.Backquoted(text.toString()));
    }

    private void processSubstitution(Mode mode, PartList out) {
        if (mode != Mode.WORD || !opensSubstitution(source.peek())) {
            out.text((char) source.next());
            return;
        }
        Source.Mark start = source.mark();
        boolean input = source.next() == '<';
        source.next();
        Command body = new Parser(source, options).substitution();
        source.rewrite(start, (input ? "<(" : ">(") + CommandPrinter.print(body) + ")");
        out.add(new Part.ProcessSubstitution(input, body));
    }

    /** {@code @(a|b)}: a pattern list is one piece of a word, whatever stands between its parentheses. */
    private void extendedPattern(Mode mode, PartList out) {
        boolean list = mode == Mode.WORD && options.extendedPatterns() && source.peekSecond() == '(';
        out.text((char) source.next());
        if (!list) {
            return;
        }
        int line = source.line();
        out.text((char) source.next());
        read(Mode.WORD, new Nesting('(', ')'), out);
        if (!source.skip(')')) {
            throw unterminated(line, ')');
        }
        out.text(')');
    }

    /** Whether a word ends before an unquoted character: {@code <(} and {@code >(} of bash belong to words. */
    boolean endsWord(int c) {
        return Lexer.isMeta(c) && !opensSubstitution(c);
    }

    private boolean opensSubstitution(int c) {
        return (c == '<' || c == '>') && source.peekSecond() == '(' && options.knowsBash();
    }

    static boolean isNameStart(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean isNamePart(int c) {
        return isNameStart(c) || isDigit(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpecialParameter(int c) {
        return c != Source.END && SPECIAL_PARAMETERS.indexOf(c) >= 0;
    }

    /** Stops at the bracket that closes one opened before. */
    static final class Nesting implements Stop {
        private final char open;
        private final char close;
        private int depth;

        Nesting(char open, char close) {
            this.open = open;
            this.close = close;
        }

        @Override
        public boolean at(int c) {
            if (c == open) {
                depth++;
            } else if (c == close) {
                depth--;
            }
            return depth < 0;
        }
    }

    /** Parts with the plain text between them gathered. */
    private static final class PartList {
        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder plain = new StringBuilder();

        void text(char c) {
            plain.append(c);
        }

        void add(Part part) {
            flush();
            parts.add(part);
        }

        List<Part> parts() {
            flush();
            return parts;
        }

        private void flush() {
            if (plain.length() > 0) {
                parts.add(new Part.Literal(plain.toString()));
                plain.setLength(0);
            }
        }
    }
}
