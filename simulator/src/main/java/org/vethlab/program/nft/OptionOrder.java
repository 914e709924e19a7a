package org.vethlab.program.nft;

import java.util.List;
import java.util.Optional;

/** nft wants its options before its commands, and shows where they are not (nft_options_check). */
final class OptionOrder {
    private static final List<String> WITH_VALUE = List.of("--debug", "--includepath", "--define", "--file");
    private static final String VALUE_LETTERS = "dIfD";

    private OptionOrder() {}

    /** What is printed on standard error, and what on standard output. */
    record Complaint(String error, String output) {}

    static Optional<Complaint> complaint(List<String> words) {
        int position = "nft ".length();
        boolean commands = false;
        boolean value = false;
        for (String word : words) {
            if (word.startsWith("{")) {
                return Optional.empty();
            }
            if (value) {
                value = false;
            } else if (word.startsWith("-")) {
                if (commands) {
                    return Optional.of(complaint(words, position));
                }
                value = takesValue(word);
            } else {
                commands = true;
            }
            position += word.length() + 1;
        }
        return Optional.empty();
    }

    private static boolean takesValue(String option) {
        return WITH_VALUE.contains(option) || option.length() > 1 && VALUE_LETTERS.indexOf(option.charAt(1)) >= 0;
    }

    private static Complaint complaint(List<String> words, int position) {
        String error =
                "Error: syntax error, options must be specified before commands\nnft " + String.join(" ", words) + " ";
        return new Complaint(error, "\n   ^" + " ".repeat(Math.max(0, position - 4)) + "~~\n");
    }
}
