package org.vethlab.program.iptables.extension;

/** Quotes what the shell would otherwise take apart (xtables_save_string). */
public final class Quoting {
    private Quoting() {}

    /** As it is if it is one plain word, in double quotes otherwise. */
    public static String quoted(String text) {
        if (!text.isEmpty() && text.chars().allMatch(Quoting::isPlain)) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted.append(c == '"' || c == '\\' || c == '\'' ? "\\" + c : String.valueOf(c));
        }
        return quoted.append('"').toString();
    }

    private static boolean isPlain(int c) {
        return "-_./:=@%+,~".indexOf(c) >= 0 || c < 128 && Character.isLetterOrDigit(c);
    }
}
