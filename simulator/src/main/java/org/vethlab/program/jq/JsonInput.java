package org.vethlab.program.jq;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON values one behind the other. */
final class JsonInput {
    /** What is no JSON, in jq's words. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    private final ObjectMapper mapper;
    private final String text;
    private final JsonParser parser;

    JsonInput(ObjectMapper mapper, String text) {
        this.mapper = mapper;
        this.text = text;
        try {
            this.parser = mapper.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next value; empty at the end. @throws Malformed where the text stops being JSON */
    Optional<JsonNode> next() {
        try {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonNode value = mapper.readTree(parser);
            return Optional.of(value);
        } catch (JsonProcessingException e) {
            throw new Malformed(message(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lines have been read so far. */
    long linesRead() {
        int at = (int) Math.max(0, Math.min(parser.currentLocation().getCharOffset() + 1, text.length()));
        return text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private String message(JsonProcessingException e) {
        String said = e.getOriginalMessage();
        int at = (int) Math.max(0, Math.min(e.getLocation().getCharOffset(), text.length()));
        if (said.contains("end-of-input")) {
            return (said.contains("closing quote") ? "Unfinished string" : "Unfinished JSON term") + " at EOF at "
                    + where(text.length());
        }
        if (said.contains("Unexpected close marker")) {
            return "Unmatched '" + text.charAt(Math.max(0, at - 1)) + "' at " + where(at);
        }
        if (said.contains("was expecting comma")) {
            return "Expected separator between values at " + where(endOfWord(at));
        }
        int end = endOfWord(at);
        return end == text.length()
                ? "Invalid literal at EOF at " + where(end)
                : "Invalid numeric literal at " + where(end + 1);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && " \n\t,:]}[{\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private String where(int offset) {
        String before = text.substring(0, Math.min(offset, text.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n') - 1;
        return "line " + line + ", column " + column;
    }
}
