package org.vethlab.shell.syntax;

/** The body of a here-document. It stands behind the line that asks for it, so the parser fills it in later. */
public final class HereDocument {
    /** For redirections without one. */
    public static final HereDocument NONE = new HereDocument();

    private Word body = Word.EMPTY;

    void fill(Word lines) {
        body = lines;
    }

    /** The text, to be expanded as if in double quotes; a single quoted part if the delimiter was quoted. */
    public Word body() {
        return body;
    }
}
