package org.vethlab.program.iptables;

import java.util.List;

/** Help is asked for, {@code -h}: with that of the extensions that were named before. */
final class HelpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> extensions;

    HelpException(List<String> extensions) {
        super("help", null, false, false);
        this.extensions = List.copyOf(extensions);
    }

    List<String> extensions() {
        return extensions;
    }
}
