package org.vethlab.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a command printed on both its streams, and its exit status. */
public record Answer(String output, int status) {
    private static final Pattern MARK = Pattern.compile("(.*?)@@ (\\d+)(?: (\\d+))?", Pattern.UNIX_LINES);

    /** The answers in what a {@linkplain CommandScript#marked() marked script} printed, by the number of the command. */
    static Map<Integer, Answer> split(String printed) {
        Map<Integer, Answer> found = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        int number = -1;
        for (String line : printed.replace("\r", "").split("\n", -1)) {
            Matcher mark = MARK.matcher(line);
            if (!mark.matches()) {
                lines.add(line);
                continue;
            }
            if (!mark.group(1).isEmpty()) {
                lines.add(mark.group(1));
            }
            if (mark.group(3) == null) {
                number = Integer.parseInt(mark.group(2));
                lines.clear();
            } else if (number == Integer.parseInt(mark.group(2))) {
                found.put(number, new Answer(String.join("\n", lines), Integer.parseInt(mark.group(3))));
                number = -1;
            }
        }
        return found;
    }
}
