package org.vethlab.program.nft;

/**
 * A command as typed.
 *
 * @param operation {@code add}, {@code create}, {@code insert}, {@code list} …
 * @param object {@code table}, {@code chain}, {@code rule}, {@code ruleset} …, as typed, in the plural too
 */
record Command(Location at, String operation, String object, Target target, Body body) {
    /** With what ends it: messages about the whole command mark that too. */
    Command until(Location end) {
        return new Command(at.to(end), operation, object, target, body);
    }
}
