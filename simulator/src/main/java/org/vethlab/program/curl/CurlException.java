package org.vethlab.program.curl;

/** A transfer has failed: curl's exit code, and what it says. */
final class CurlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int UNSUPPORTED = 1;
    static final int MALFORMED = 3;
    static final int NO_HOST = 6;
    static final int NO_CONNECTION = 7;
    static final int PARTIAL = 18;
    static final int HTTP_ERROR = 22;
    static final int TIMED_OUT = 28;
    static final int NO_INTERFACE = 45;
    static final int EMPTY_REPLY = 52;
    static final int RECEIVE_ERROR = 56;

    private final int code;
    private final String why;

    CurlException(int code, String why) {
        super(why, null, false, false);
        this.code = code;
        this.why = why;
    }

    int code() {
        return code;
    }

    String why() {
        return why;
    }
}
