package org.vethlab.program.awk;

/**
 * A word of an awk program.
 *
 * @param text the operator, keyword or name itself; the value of a string or of a regular expression
 */
record Token(Type type, String text, int line) {
    enum Type {
        NUMBER,
        STRING,
        REGEX,
        NAME,
        /** A name with an opening parenthesis right behind it: a call. */
        FUNCTION,
        KEYWORD,
        OPERATOR,
        NEWLINE,
        END
    }

    boolean is(String operatorOrKeyword) {
        return (type == Type.OPERATOR || type == Type.KEYWORD) && text.equals(operatorOrKeyword);
    }
}
