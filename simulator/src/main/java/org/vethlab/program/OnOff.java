package org.vethlab.program;

import java.util.List;

/** Words out of a short list, of which {@code on} and {@code off} are the commonest (iproute2's parse_one_of). */
public final class OnOff {
    private OnOff() {}

    /** @param status what the program ends with if the word is neither */
    public static boolean parse(String key, String word, int status) {
        return oneOf(key, word, List.of("off", "on"), status) == 1;
    }

    /** The place of a word in the list; it may be abbreviated. @throws CommandException with that status */
    public static int oneOf(String key, String word, List<String> choices, int status) {
        for (int i = 0; i < choices.size(); i++) {
            if (Arguments.matches(word, choices.get(i))) {
                return i;
            }
        }
        StringBuilder text = new StringBuilder("Error: argument of \"" + key + "\" must be one of ");
        choices.forEach(choice -> text.append('"').append(choice).append("\", "));
        throw new CommandException(status, text + "not \"" + word + "\"");
    }
}
