package org.vethlab.program.tcpdump.filter;

/** A filter expression that cannot be compiled; the message is libpcap's. */
public final class FilterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FilterException(String message) {
        super(message, null, false, false);
    }

    static FilterException syntax() {
        return new FilterException("can't parse filter expression: syntax error");
    }

    /** What is printed. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
