package org.vethlab.complete;

import java.util.List;
import java.util.Set;

/**
 * A script up to the cursor.
 *
 * @param before the words of the command that the cursor is in, quotes and escapes resolved
 * @param word the one being typed, likewise
 * @param start where in the text that one starts
 * @param quote the quote that is open at the cursor; 0 if none is
 * @param role what the word is to be
 * @param variables that the script has given a value so far
 * @param functions that it has defined
 */
record Typed(
        List<String> before,
        String word,
        int start,
        char quote,
        Role role,
        Set<String> variables,
        Set<String> functions) {
    enum Role {
        WORD,
        FILE,
        VARIABLE
    }
}
