package org.vethlab.shell.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Gathers what a word expands to: splits it by IFS, and keeps apart what was quoted and what was not. */
final class Fields {
    /** What a variable may become: a script that doubles one for ever ends here, not with the whole machine. */
    private static final int LONGEST = 1 << 26;

    private static final int MOST = 1 << 19;

    private static final String BLANKS = " \t\n";

    /**
     * One resulting word.
     *
     * @param pattern the text with quoted characters escaped; equal to the text unless it holds such
     * @param special whether an unquoted character is special in file names
     */
    record Field(String text, String pattern, boolean special) {}

    private final List<Field> fields = new ArrayList<>();
    private final String separators;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();
    private boolean present;
    private boolean special;
    private final UnaryOperator<String> quoter;

    /**
     * @param separators the value of IFS
     * @param quoter escapes what would be special in a pattern
     */
    Fields(String separators, UnaryOperator<String> quoter) {
        this.separators = separators;
        this.quoter = quoter;
    }

    /** Adds quoted text: never split, even if empty. */
    void quoted(String value) {
        present = true;
        text.append(value);
        pattern.append(quoter.apply(value));
    }

    /** Adds text of the script itself: not split, but its special characters count. */
    void literal(String value) {
        present = present || !value.isEmpty();
        text.append(value);
        pattern.append(value);
        special = special || mayBeSpecial(value);
    }

    /** Adds the result of an expansion: split by IFS, and its special characters count. */
    void split(String value) {
        int i = 0;
        while (i < value.length()) {
            if (separators.indexOf(value.charAt(i)) < 0) {
                int end = i;
                while (end < value.length() && separators.indexOf(value.charAt(end)) < 0) {
                    end++;
                }
                literal(value.substring(i, end));
                i = end;
            } else {
                i = separator(value, i);
            }
        }
    }

    /** One separator: blanks of IFS, one other character of IFS among them at most. @return the place behind it */
    private int separator(String value, int from) {
        int i = skipBlanks(value, from);
        boolean other = i < value.length() && separators.indexOf(value.charAt(i)) >= 0;
        if (other || present) {
            next();
        }
        return other ? skipBlanks(value, i + 1) : i;
    }

    private int skipBlanks(String value, int from) {
        int i = from;
        while (i < value.length() && BLANKS.indexOf(value.charAt(i)) >= 0 && separators.indexOf(value.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** Ends the field at hand, even if it is empty, and begins another. */
    void next() {
        if (fields.size() >= MOST) {
            throw new ExpansionException("xrealloc: cannot allocate " + 8L * MOST + " bytes", true);
        }
        String plain = text.toString();
        fields.add(new Field(plain, special ? pattern.toString() : plain, special));
        text.setLength(0);
        pattern.setLength(0);
        present = false;
        special = false;
    }

    /** Ends the field at hand if there is anything in it. */
    void end() {
        if (present) {
            next();
        }
    }

    List<Field> all() {
        end();
        return fields;
    }

    /** Everything as one text, not split. */
    String joined() {
        if (text.length() > LONGEST) {
            throw new ExpansionException("xrealloc: cannot allocate " + text.length() + " bytes", true);
        }
        return text.toString();
    }

    String joinedPattern() {
        return pattern.toString();
    }

    private static boolean mayBeSpecial(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '*' || c == '?' || c == '[' || c == '(') {
                return true;
            }
        }
        return false;
    }
}
