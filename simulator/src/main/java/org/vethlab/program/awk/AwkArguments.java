package org.vethlab.program.awk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line as mawk reads it: an option's value behind its letter or in the next word, and no long names. */
final class AwkArguments {
    private final List<String> assignments = new ArrayList<>();
    private final List<String> operands;
    private Optional<String> separator = Optional.empty();
    private Optional<String> programFile = Optional.empty();

    AwkArguments(List<String> words) {
        int next = 0;
        while (next < words.size()
                && words.get(next).startsWith("-")
                && words.get(next).length() > 1) {
            String word = words.get(next++);
            if (word.equals("--")) {
                break;
            }
            String letter = word.substring(1, 2);
            if (!"FvfW".contains(letter)) {
                throw new AwkException("not an option: " + word);
            }
            String value = word.substring(2);
            if (value.isEmpty()) {
                if (next == words.size()) {
                    throw new AwkException("option -" + letter + " lacks argument");
                }
                value = words.get(next++);
            }
            take(letter, value);
        }
        operands = List.copyOf(words.subList(next, words.size()));
    }

    private void take(String letter, String value) {
        switch (letter) {
            case "F" -> separator = Optional.of(value);
            case "v" -> assignments.add(value);
            case "f" -> programFile = Optional.of(value);
            default -> {}
        }
    }

    Optional<String> separator() {
        return separator;
    }

    Optional<String> programFile() {
        return programFile;
    }

    /** Of -v. */
    List<String> assignments() {
        return assignments;
    }

    List<String> operands() {
        return operands;
    }
}
