package org.vethlab.program.text;

import java.util.regex.Pattern;

/** fnmatch(3): *, ?, brackets and backslash. */
final class Glob {
    private Glob() {}

    static boolean matches(String glob, String name) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            int close = c == '[' ? glob.indexOf(']', at + 2) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                String inside = glob.substring(at + 1, close)
                        .replace("\\", "\\\\")
                        .replace("[", "\\[")
                        .replace("&", "\\&");
                regex.append('[')
                        .append(inside.startsWith("!") ? "^" + inside.substring(1) : inside)
                        .append(']');
                at = close;
            } else {
                at += c == '\\' && at + 1 < glob.length() ? 1 : 0;
                regex.append(Pattern.quote(glob.substring(at, at + 1)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
    }
}
