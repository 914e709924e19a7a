package org.vethlab.program.text;

/** Quotes a text so that a shell reads it as one word, as coreutils does (shell-escape). */
final class ShellQuote {
    private ShellQuote() {}

    static String quote(String text) {
        if (text.matches("[a-zA-Z0-9_@%+:,./^\\]-][a-zA-Z0-9_@%+:,./^\\]#~{}-]*")) {
            return text;
        }
        if (text.indexOf('\'') >= 0 && text.indexOf('"') < 0 && text.matches("[^$`\\\\!]*")) {
            return "\"" + text + "\"";
        }
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
