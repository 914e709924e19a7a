package org.vethlab.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts lines of tables into order that Linux keeps in the order of a hash, or that a tool sorts by a random MAC address:
 * neighbours, ARP caches, a bridge's addresses.
 */
final class TableOrder {
    private static final List<Pattern> TABLES = List.of(
            pattern("([0-9a-f:.]+)() +(?:dev (\\S+) )?"
                    + "(?:lladdr \\S+|router|proxy|extern_learn|managed|used \\S+|ref \\d+|probes \\d+| )* *"
                    + "(?:INCOMPLETE|REACHABLE|STALE|DELAY|PROBE|FAILED|NOARP|PERMANENT|NONE)?(?: proto \\S+)? *$"),
            pattern("(\\S+)() +(?:(?:ether|loop|infiniband) +\\S+ +[CMP]*|\\(incomplete\\)) .* (\\S+)$"),
            pattern("\\S+ \\(([0-9.]+)\\)() at \\S+ .*on (\\S+)$"),
            pattern(" +(\\d+)\\t(?=[0-9a-f]{2}:)\\S+\\t+(yes|no)\\t()"));

    private TableOrder() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.UNIX_LINES);
    }

    static String sort(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int i = 0;
        while (i < lines.size()) {
            int end = i + 1;
            Optional<Pattern> table = tableOf(lines.get(i));
            if (table.isPresent()) {
                while (end < lines.size() && table.get().matcher(lines.get(end)).lookingAt()) {
                    end++;
                }
                lines.subList(i, end).sort(Comparator.comparing(line -> key(table.get(), line), TableOrder::compare));
            }
            i = end;
        }
        return String.join("\n", lines);
    }

    private static Optional<Pattern> tableOf(String line) {
        return TABLES.stream()
                .filter(table -> !line.isBlank() && table.matcher(line).lookingAt())
                .findFirst();
    }

    /** Each group of the pattern, cut where digits begin and end. */
    private static List<List<String>> key(Pattern table, String line) {
        Matcher matcher = table.matcher(line);
        List<List<String>> key = new ArrayList<>();
        if (matcher.lookingAt()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String text = matcher.group(group) == null ? "" : matcher.group(group);
                key.add(List.of(text.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)")));
            }
        }
        return key;
    }

    private static int compare(List<List<String>> one, List<List<String>> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int first = compareParts(one.get(i), other.get(i));
            if (first != 0) {
                return first;
            }
        }
        return one.size() - other.size();
    }

    private static int compareParts(List<String> one, List<String> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            boolean numbers = isNumber(one.get(i)) && isNumber(other.get(i));
            int first = numbers
                    ? Long.compare(Long.parseLong(one.get(i)), Long.parseLong(other.get(i)))
                    : rank(one.get(i)).compareTo(rank(other.get(i)));
            if (first != 0) {
                return first;
            }
        }
        return one.size() - other.size();
    }

    /** What begins with digits comes first: the empty text before them does. */
    private static String rank(String part) {
        return isNumber(part) ? "" : part;
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
