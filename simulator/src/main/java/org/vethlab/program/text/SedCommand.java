package org.vethlab.program.text;

import java.util.Optional;

/**
 * A command of sed.
 *
 * @param letter what it does
 * @param text the text of a, i, c; the label of :, b, t, T; the file of r, R, w, W; the two strings of y
 * @param number of q, Q, l: exit status or line length; -1 for none
 * @param jump where an opening brace, b, t and T go on: the index of a command
 */
record SedCommand(
        SedSelection selection,
        char letter,
        String text,
        int number,
        Optional<SedSubstitution> substitution,
        int jump) {
    SedCommand jumpingTo(int index) {
        return new SedCommand(selection, letter, text, number, substitution, index);
    }
}
