package org.vethlab.java;

import java.util.regex.Pattern;

/** What can be told of Java source without a compiler. */
public final class SourceText {
    private static final Pattern END = Pattern.compile("[;}]\\s*$");
    private static final Pattern NAME = Pattern.compile("\\w+\\s*");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![=!<>])=(?!=)");

    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");

    private SourceText() {}

    /** Without the class that JShell wraps around a declaration: {@code REPL.$JShell$31$Point} is a {@code Point}. */
    public static String plainNames(String text) {
        return WRAPPER.matcher(text).replaceAll("");
    }

    /** Whether there is nothing but blanks and comments. */
    public static boolean isBlank(String source) {
        return codeStart(source, 0) == source.length();
    }

    /** The line, from 0, of the first code at or behind an offset. */
    static int lineOfCode(String source, int offset) {
        int start = codeStart(source, offset);
        return (int) source.substring(0, start).chars().filter(c -> c == '\n').count();
    }

    /** Without the blanks and comments that it begins with. */
    static String fromCode(String source) {
        return source.substring(codeStart(source, 0));
    }

    /**
     * Whether a whole snippet could be an expression with a value to show, more than a name. One that assigns shows none;
     * one that ends in a brace is rather a declaration.
     */
    static boolean mayBeExpression(String source) {
        return !END.matcher(source).find()
                && !NAME.matcher(source).matches()
                && !ASSIGNMENT.matcher(source).find();
    }

    private static int codeStart(String source, int offset) {
        int i = offset;
        while (i < source.length()) {
            if (Character.isWhitespace(source.charAt(i))) {
                i++;
            } else if (source.startsWith("//", i)) {
                int end = source.indexOf('\n', i);
                i = end < 0 ? source.length() : end;
            } else if (source.startsWith("/*", i) && source.indexOf("*/", i + 2) > 0) {
                i = source.indexOf("*/", i + 2) + 2;
            } else {
                return i;
            }
        }
        return source.length();
    }
}
