package org.vethlab.shell.builtin;

/** What may be called how. */
final class Names {
    private Names() {}

    static boolean isName(String text) {
        if (text.isEmpty() || Character.isDigit(text.charAt(0))) {
            return false;
        }
        return text.chars().allMatch(c -> c == '_' || c < 0x80 && Character.isLetterOrDigit(c));
    }
}
