package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;

/** The old way to say how many: {@code head -5}, {@code tail -5}, {@code tail +5}, {@code tail -5f}, {@code head -5c}. */
final class ObsoleteCount {
    private ObsoleteCount() {}

    /** The words with the first of them, if it is such a count, as getopt reads it. */
    static List<String> rewrite(List<String> words) {
        if (words.isEmpty() || !words.get(0).matches("[-+][0-9]+[a-zA-Z]*")) {
            return words;
        }
        String first = words.get(0);
        int end = 1;
        while (end < first.length() && Character.isDigit(first.charAt(end))) {
            end++;
        }
        String letters = first.substring(end);
        List<String> rewritten = new ArrayList<>();
        rewritten.add(
                (letters.startsWith("c") ? "-c" : "-n") + (first.startsWith("+") ? "+" : "") + first.substring(1, end));
        String others = letters.replace("c", "").replace("l", "");
        if (!others.isEmpty()) {
            rewritten.add("-" + others);
        }
        rewritten.addAll(words.subList(1, words.size()));
        return rewritten;
    }
}
