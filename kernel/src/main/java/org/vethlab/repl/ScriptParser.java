package org.vethlab.repl;

import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.vethlab.complete.ScriptCompleter;

/** Lets Enter end a command only when the shell would not wait for more: quotes closed, {@code done} said. */
final class ScriptParser implements Parser {
    private final Predicate<String> isComplete;

    ScriptParser(Predicate<String> isComplete) {
        this.isComplete = isComplete;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !isComplete.test(line)) {
            throw new EOFError(-1, -1, "more lines are to come");
        }
        int start = Math.min(cursor, ScriptCompleter.wordStart(line.substring(0, cursor)));
        return new TypedLine(line, cursor, start);
    }

    /** A line of which only the word at the cursor matters, with the quotes and escapes that it was typed with. */
    private record TypedLine(String line, int cursor, int start) implements CompletingParsedLine {
        @Override
        public String word() {
            return line.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return start == 0 ? 0 : 1;
        }

        @Override
        public List<String> words() {
            return start == 0 ? List.of(word()) : List.of(line.substring(0, start), word());
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }
    }
}
