package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How xargs cuts its input into arguments. */
final class XargsWords {
    /** What ends an argument. */
    enum Mode {
        /** Blanks and newlines; quotes and backslashes protect them. */
        WORDS,
        /** Newlines. */
        LINES,
        /** A given character. */
        DELIMITED
    }

    private XargsWords() {}

    static List<String> split(String input, Mode mode, String delimiter) {
        return switch (mode) {
            case WORDS -> words(input);
            case LINES ->
                input.lines()
                        .map(String::stripLeading)
                        .filter(line -> !line.isEmpty())
                        .toList();
            case DELIMITED -> delimited(input, delimiter.equals("\\n") ? "\n" : delimiter);
        };
    }

    private static List<String> delimited(String input, String delimiter) {
        List<String> words = new ArrayList<>(Arrays.asList(input.split(java.util.regex.Pattern.quote(delimiter), -1)));
        if (words.get(words.size() - 1).isEmpty()) {
            words.remove(words.size() - 1);
        }
        return words;
    }

    private static List<String> words(String input) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < input.length(); i++) {
            char c = input.charAt(i);
            if (quote != 0 ? c == quote : c == '\'' || c == '"') {
                quote = quote == 0 ? c : 0;
                inWord = true;
            } else if (quote == 0 && c == '\\' && i + 1 < input.length()) {
                word.append(input.charAt(++i));
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
