package org.vethlab.java.api;

/** Words of shell commands. */
final class Words {
    private Words() {}

    /** The word as a shell must be given it: quoted only where it needs to be, so that the journal reads well. */
    static String quote(String word) {
        boolean plain = word.matches("[\\w@%+=:,./-]+");
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
