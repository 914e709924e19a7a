package org.vethlab.program.tcpdump.filter;

/**
 * A word of an expression.
 *
 * @param text a keyword or operator as written, in its usual spelling; a name; an address
 */
record Token(Kind kind, String text) {
    /** What a word is. */
    enum Kind {
        KEYWORD,
        SYMBOL,
        NUMBER,
        NAME,
        /** One to four numbers with dots between. */
        IPV4,
        IPV6,
        MAC,
        END
    }

    static final Token END = new Token(Kind.END, "");

    boolean is(String word) {
        return (kind == Kind.KEYWORD || kind == Kind.SYMBOL) && text.equals(word);
    }

    long number() {
        return Long.decode(text);
    }
}
