package org.vethlab.net.tcp;

/** The states of RFC 9293, 3.3.2, with the kernel's numbers and the words of ss and netstat. */
public enum TcpState {
    ESTABLISHED(1, "ESTAB", "ESTABLISHED"),
    SYN_SENT(2, "SYN-SENT", "SYN_SENT"),
    SYN_RECV(3, "SYN-RECV", "SYN_RECV"),
    FIN_WAIT1(4, "FIN-WAIT-1", "FIN_WAIT1"),
    FIN_WAIT2(5, "FIN-WAIT-2", "FIN_WAIT2"),
    TIME_WAIT(6, "TIME-WAIT", "TIME_WAIT"),
    CLOSE(7, "UNCONN", "CLOSE"),
    CLOSE_WAIT(8, "CLOSE-WAIT", "CLOSE_WAIT"),
    LAST_ACK(9, "LAST-ACK", "LAST_ACK"),
    LISTEN(10, "LISTEN", "LISTEN"),
    CLOSING(11, "CLOSING", "CLOSING");

    private final int code;
    private final String shortText;
    private final String longText;

    TcpState(int code, String shortText, String longText) {
        this.code = code;
        this.shortText = shortText;
        this.longText = longText;
    }

    public int code() {
        return code;
    }

    /** As {@code ss} prints it. */
    public String shortText() {
        return shortText;
    }

    /** As {@code netstat} prints it. */
    public String longText() {
        return longText;
    }

    /** Whether both ends know of each other. */
    boolean isSynchronized() {
        return this != SYN_SENT && this != SYN_RECV && this != CLOSE && this != LISTEN;
    }

    /** Whether data may still be sent. */
    boolean sends() {
        return this == ESTABLISHED || this == CLOSE_WAIT;
    }

    /** Whether data may still come. */
    boolean receives() {
        return this == ESTABLISHED || this == FIN_WAIT1 || this == FIN_WAIT2;
    }
}
