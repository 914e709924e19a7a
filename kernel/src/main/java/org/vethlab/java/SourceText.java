package org.vethlab.java;

/** What can be told of Java source without a compiler. */
public final class SourceText {
    private SourceText() {}

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
