package org.vethlab.program.text;

/** A regular expression that is none; the message is what regcomp(3) of glibc says. */
public final class RegexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegexException(String message) {
        super(message, null, false, false);
    }
}
