package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.program.GetOpt;

/**
 * The options of a tool, one row each: {@code "n:|lines:"} is letter, then long name; a colon asks for an argument, a
 * question mark allows one. Either side of the bar may be missing.
 */
final class OptionTable {
    private final String letters;
    private final List<String> longNames;

    private OptionTable(String letters, List<String> longNames) {
        this.letters = letters;
        this.longNames = longNames;
    }

    static OptionTable of(String... rows) {
        List<String> letters = new ArrayList<>();
        List<String> longNames = new ArrayList<>();
        for (String row : rows) {
            String[] sides = (row + "|").split("\\|", -1);
            String letter = sides[0].replace("?", "::");
            String longName = sides[1].replace("?", "::");
            if (!letter.isEmpty()) {
                letters.add(letter);
            }
            if (!longName.isEmpty()) {
                longNames.add(letter.isEmpty() ? longName : longName.replace(":", "") + "=" + letter.charAt(0));
            }
        }
        return new OptionTable(
                String.join("", letters), longNames.stream().distinct().toList());
    }

    /** The first operand ends the options. */
    OptionTable stoppingAtOperand() {
        return new OptionTable("+" + letters, longNames);
    }

    /** @throws org.vethlab.program.CommandException with that status and hint */
    Options parse(String program, List<String> words, int status, String hint) {
        GetOpt.Result result =
                new GetOpt(program, letters, longNames).failing(status, hint).parse(words);
        return new Options(
                result.options().stream()
                        .map(option -> new Options.Given(option.key(), option.value()))
                        .toList(),
                result.operands());
    }
}
