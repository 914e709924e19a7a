package org.vethlab.repl;

import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.impl.DefaultParser;

/** Lets Enter end a command only when the shell would not wait for more: quotes closed, {@code done} said. */
final class ScriptParser implements Parser {
    private final DefaultParser words = new DefaultParser();
    private final Predicate<String> isComplete;

    ScriptParser(Predicate<String> isComplete) {
        this.isComplete = isComplete;
        words.setEofOnEscapedNewLine(false);
        words.setEofOnUnclosedQuote(false);
        words.setQuoteChars(new char[0]);
        words.setEscapeChars(new char[0]);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !isComplete.test(line)) {
            throw new EOFError(-1, -1, "more lines are to come");
        }
        ParsedLine parsed = words.parse(line, cursor, ParseContext.COMPLETE);
        return parsed.words().isEmpty() ? new EmptyLine(line, cursor) : parsed;
    }

    private record EmptyLine(String line, int cursor) implements ParsedLine {
        @Override
        public String word() {
            return "";
        }

        @Override
        public int wordCursor() {
            return 0;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of();
        }
    }
}
