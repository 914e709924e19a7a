package org.vethlab.program.ss;

/** Kinds of sockets, in the order in which ss lists them. */
enum SocketKind {
    UNIX("unix"),
    RAW("raw"),
    UDP("udp"),
    TCP("tcp");

    private final String text;

    SocketKind(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
