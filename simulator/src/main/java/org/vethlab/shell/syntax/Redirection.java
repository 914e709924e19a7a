package org.vethlab.shell.syntax;

import java.util.Optional;

/**
 * A redirection.
 *
 * @param descriptor the number before the operator, if there is one
 * @param variable the name in <code>{name}</code> before the operator, if there is one
 * @param target the word behind the operator; of a here-document its delimiter
 */
public record Redirection(
        Optional<Integer> descriptor, Optional<String> variable, Kind kind, Word target, HereDocument document) {
    /** The operators; their order is that of the text printed before a descriptor. */
    public enum Kind {
        INPUT("<", 0),
        OUTPUT(">", 1),
        APPEND(">>", 1),
        CLOBBER(">|", 1),
        READ_WRITE("<>", 0),
        DUPLICATE_INPUT("<&", 0),
        DUPLICATE_OUTPUT(">&", 1),
        BOTH("&>", 1),
        BOTH_APPEND("&>>", 1),
        HERE_DOCUMENT("<<", 0),
        HERE_DOCUMENT_TABS("<<-", 0),
        HERE_STRING("<<<", 0);

        private final String operator;
        private final int standard;

        Kind(String operator, int standard) {
            this.operator = operator;
            this.standard = standard;
        }

        public String operator() {
            return operator;
        }

        /** The descriptor that is meant when none is written. */
        public int standardDescriptor() {
            return standard;
        }

        public boolean isHereDocument() {
            return this == HERE_DOCUMENT || this == HERE_DOCUMENT_TABS;
        }
    }
}
