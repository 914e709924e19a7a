package org.vethlab.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a help text that has a line for each option: {@code -c <count>   stop after <count> replies}. */
final class OptionLines {
    private static final Pattern LINE = Pattern.compile("\\s*(?:\\[!]\\s*)?-{1,2}[\\w#?].*");
    private static final Pattern ALTERNATIVES = Pattern.compile("^\\s*-\\w*\\[\\w|\\s\\|\\s");
    private static final Pattern OPTION = Pattern.compile(
            "(--?[\\w#?.-]+)(?:(\\[?=|\\[| )(<[^>]*>|\\[[^\\]]*]|\\{[^}]*}\\S*|[^\\s]+))?(?:\\s+(.*))?");
    private static final Pattern CLUSTER = Pattern.compile("\\[\\s*-\\[?[^\\s\\]=<-]{3,}\\]?\\s*\\]|-\\[\\w+\\]");
    private static final Pattern CHOICE = Pattern.compile("=?\\{([^{}]+)}.*|<([\\w|-]+\\|[\\w|-]+)>");

    private final List<Slot.Keyword> options = new ArrayList<>();
    private int last;

    static boolean isOption(String line) {
        return LINE.matcher(line).matches() && !ALTERNATIVES.matcher(line).find();
    }

    List<Slot.Keyword> options() {
        return options;
    }

    /** Takes a line that is about options. */
    boolean take(String line) {
        if (isOption(line)) {
            option(line);
            return true;
        }
        boolean continues = last < options.size() && line.matches("(\\t| {4}).*\\S.*");
        if (continues) {
            describe(line.strip());
        }
        return continues;
    }

    private void option(String line) {
        last = options.size();
        String description = "";
        List<Matcher> spelt = new ArrayList<>();
        for (String column : line.strip().replaceFirst("^\\[!]\\s*", "").split("\\s{2,}|\\t+")) {
            if (!description.isEmpty() || !column.startsWith("-")) {
                description = (description + " " + column).strip();
                continue;
            }
            for (String each : column.split(",?\\s+(?=-{1,2}\\w)")) {
                Matcher option = OPTION.matcher(each);
                if (option.matches()) {
                    spelt.add(option);
                }
            }
        }
        add(spelt, description);
    }

    private void add(List<Matcher> spelt, String description) {
        List<Value> values = List.of();
        String more = description;
        for (Matcher each : spelt) {
            if (each.group(3) != null) {
                boolean optional =
                        each.group(2).startsWith("[") || each.group(3).startsWith("[");
                values = List.of(value(each.group(2).equals("[=") ? "=" + each.group(3) : each.group(3), optional));
            }
            boolean describes = each.group(4) != null && each.group(3).startsWith("<");
            more = describes ? each.group(4) : more;
        }
        for (Matcher each : spelt) {
            options.add(new Slot.Keyword(each.group(1), values, more.strip()));
        }
    }

    private static Value value(String text, boolean optional) {
        String name = text.replaceAll("^\\[|]$", "");
        Matcher choice = CHOICE.matcher(name);
        List<String> literals = choice.matches()
                ? List.of((choice.group(1) != null ? choice.group(1) : choice.group(2)).split("\\|"))
                : List.of();
        return new Value(literals, List.of(name), optional);
    }

    private void describe(String more) {
        for (int i = last; i < options.size(); i++) {
            Slot.Keyword option = options.get(i);
            String text = (option.description() + " " + more).strip();
            options.set(i, new Slot.Keyword(option.word(), option.values(), text));
        }
    }

    /** A synopsis without {@code [-abc]}, whose letters have lines of their own. */
    static String withoutClusters(String synopsis) {
        return CLUSTER.matcher(synopsis).replaceAll(" ");
    }
}
