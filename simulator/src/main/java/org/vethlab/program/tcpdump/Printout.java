package org.vethlab.program.tcpdump;

/** The line (or lines) that a packet becomes, while it is being written, and how it is to be written. */
final class Printout {
    private final Style style;
    private final Names names;
    private final StringBuilder text = new StringBuilder();
    private String protocol = "";

    /**
     * How packets are printed.
     *
     * @param verbosity how often -v was given
     * @param linkHeader -e
     * @param quiet -q
     * @param absoluteSequence -S
     * @param unverified -K: checksums are not verified
     */
    record Style(int verbosity, boolean linkHeader, boolean quiet, boolean absoluteSequence, boolean unverified) {}

    Printout(Style style, Names names) {
        this.style = style;
        this.names = names;
    }

    Names names() {
        return names;
    }

    boolean verbose() {
        return style.verbosity > 0;
    }

    boolean veryVerbose() {
        return style.verbosity > 1;
    }

    boolean linkHeader() {
        return style.linkHeader;
    }

    boolean quiet() {
        return style.quiet;
    }

    boolean absoluteSequence() {
        return style.absoluteSequence;
    }

    boolean verifiesChecksums() {
        return !style.unverified;
    }

    /** Which protocol is being printed: what is named when its bytes end too early. */
    void enter(String name) {
        protocol = name;
    }

    void print(Object... parts) {
        for (Object part : parts) {
            text.append(part);
        }
    }

    /** Addresses and ports of UDP and TCP. */
    void ends(IpPayloadView payload, String sourcePort, String destinationPort) {
        if (payload.direct()) {
            print(names.host(payload.source()), ".", sourcePort, " > ");
            print(names.host(payload.destination()), ".", destinationPort, ": ");
        } else {
            print(sourcePort, " > ", destinationPort, ": ");
        }
    }

    /** Says that the bytes end too early. */
    void truncated() {
        print(" [|", protocol, "]");
    }

    void invalid() {
        print(" (invalid)");
    }

    /** The text so far; the next packet begins with none. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }
}
