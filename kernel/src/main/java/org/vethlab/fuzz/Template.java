package org.vethlab.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with holes. {@code {name}} is filled by a rule or by the scene, {@code {2-9}} by a number, {@code {a|b}} by one
 * of them, {@code {?text}} by the text or nothing. Other braces, those of bash, stand for themselves.
 */
record Template(List<Part> parts) {
    /** What a template consists of. */
    sealed interface Part {}

    record Text(String text) implements Part {}

    record Hole(String name) implements Part {}

    record Number(int least, int most) implements Part {}

    record Choice(List<Template> templates) implements Part {}

    private static final Template NOTHING = new Template(List.of());

    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open)) {
            int close = closing(text, open);
            if (close < 0 || isShells(text, open, close)) {
                open++;
                continue;
            }
            parts.add(new Text(text.substring(start, open)));
            parts.add(part(text.substring(open + 1, close)));
            start = close + 1;
            open = start;
        }
        parts.add(new Text(text.substring(start)));
        return new Template(parts);
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** A brace expansion, a group, or a variable. */
    private static boolean isShells(String text, int open, int close) {
        String inside = text.substring(open + 1, close);
        boolean ours = inside.startsWith("?") || inside.contains("|") || inside.matches("[a-z]+|\\d+-\\d+");
        return !ours || inside.startsWith(" ") || (open > 0 && text.charAt(open - 1) == '$');
    }

    private static Part part(String inside) {
        if (inside.startsWith("?")) {
            return new Choice(List.of(parse(inside.substring(1)), NOTHING));
        }
        if (inside.matches("\\d+-\\d+")) {
            String[] ends = inside.split("-", 2);
            return new Number(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }
        List<Template> choices = new ArrayList<>();
        for (String choice : alternatives(inside)) {
            choices.add(parse(choice));
        }
        return choices.size() > 1 ? new Choice(choices) : new Hole(inside);
    }

    /** Cut at the bars that are in no inner braces. */
    private static List<String> alternatives(String inside) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '|' && depth == 0) {
                found.add(inside.substring(start, i));
                start = i + 1;
            }
        }
        found.add(inside.substring(start));
        return found;
    }
}
