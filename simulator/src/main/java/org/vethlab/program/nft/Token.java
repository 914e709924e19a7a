package org.vethlab.program.nft;

/**
 * A word of the language.
 *
 * @param kind the name that messages call it by: the keyword itself, {@code string}, {@code number}, {@code newline} …
 * @param text as typed, without quotes
 */
record Token(String kind, String text, Location at) {
    static final String STRING = "string";
    static final String QUOTED = "quoted string";
    static final String ASTERISK = "string with a trailing asterisk";
    static final String NUMBER = "number";
    static final String NEWLINE = "newline";
    static final String SEMICOLON = "semicolon";
    static final String END = "end of file";

    boolean is(String name) {
        return kind.equals(name);
    }
}
