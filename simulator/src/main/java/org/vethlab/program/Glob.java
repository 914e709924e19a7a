package org.vethlab.program;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** File name patterns (fnmatch(3) without flags): {@code *}, {@code ?} and {@code […]}. */
public final class Glob {
    private Glob() {}

    public static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(regex(pattern), Pattern.DOTALL).matcher(text).matches();
        } catch (PatternSyntaxException e) {
            return pattern.equals(text);
        }
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int close = c == '[' ? pattern.indexOf(']', i + 2) : -1;
            if (close > 0) {
                regex.append(set(pattern.substring(i + 1, close)));
                i = close;
            } else if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(pattern.substring(i + 1, i + 2)));
                i++;
            } else {
                regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)));
            }
        }
        return regex.toString();
    }

    private static String set(String members) {
        boolean inverted = members.startsWith("!") || members.startsWith("^");
        String inside = (inverted ? members.substring(1) : members)
                .replace("\\", "\\\\")
                .replace("[", "\\[");
        return (inverted ? "[^" : "[") + inside.replace("&&", "&\\&") + "]";
    }
}
