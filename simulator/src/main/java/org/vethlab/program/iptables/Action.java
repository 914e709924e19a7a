package org.vethlab.program.iptables;

/** What iptables is told to do (CMD_*). */
enum Action {
    APPEND('A', "append"),
    CHECK('C', "check"),
    DELETE('D', "delete"),
    REPLACE('R', "replace"),
    INSERT('I', "insert"),
    LIST('L', "list"),
    LIST_RULES('S', "list-rules"),
    FLUSH('F', "flush"),
    ZERO('Z', "zero"),
    NEW_CHAIN('N', "new-chain"),
    DELETE_CHAIN('X', "delete-chain"),
    RENAME_CHAIN('E', "rename-chain"),
    POLICY('P', "policy");

    private final char letter;
    private final String longName;

    Action(char letter, String longName) {
        this.letter = letter;
        this.longName = longName;
    }

    char letter() {
        return letter;
    }

    String longName() {
        return longName;
    }

    /** Whether its chain may be left out. */
    boolean isForAllChains() {
        return switch (this) {
            case LIST, LIST_RULES, FLUSH, ZERO, DELETE_CHAIN -> true;
            default -> false;
        };
    }

    /** Whether a rule follows. */
    boolean takesRule() {
        return switch (this) {
            case APPEND, CHECK, DELETE, REPLACE, INSERT -> true;
            default -> false;
        };
    }
}
