package org.vethlab.transcript;

import java.util.List;
import java.util.regex.Pattern;

/** A command of a case, and whether its answer is compared; one that is not only prepares something. */
public record Command(String text, boolean compared) {
    private static final Pattern ENTERING =
            Pattern.compile("^(?:(?:ip netns exec \\S+|nsenter( [-$0-9]\\S*)+|timeout \\S+) +)+(?=[a-z])");

    /** Programs whose first word that is no option says what they are about. */
    private static final List<String> WITH_OBJECTS = List.of("ip", "bridge", "tc");

    /** The line of a case file. */
    public String line() {
        return compared ? text : "@ " + text;
    }

    /** The program that it runs, wherever; {@code ip}, {@code bridge} and {@code tc} with their object as typed. */
    public String program() {
        String[] words = ENTERING.matcher(text).replaceFirst("").split(" +");
        if (!WITH_OBJECTS.contains(words[0])) {
            return words[0].matches("[a-z][a-z0-9-]*") ? words[0] : "shell";
        }
        for (int i = 1; i < words.length; i++) {
            boolean value = words[i - 1].matches("-n(etns)?|-f(amily)?|-b(atch)?");
            if (!value && words[i].matches("[a-z]+")) {
                return words[0] + " " + words[i];
            }
        }
        return words[0];
    }
}
