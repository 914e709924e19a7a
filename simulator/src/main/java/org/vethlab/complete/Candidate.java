package org.vethlab.complete;

/**
 * A word that can stand at the cursor.
 *
 * @param text what it is
 * @param group under which heading a list shows it: {@code device}
 * @param description one line on it, or nothing
 * @param isWhole whether the next word may follow; not behind a directory, of which only a part is typed
 */
public record Candidate(String text, String group, String description, boolean isWhole) {
    public Candidate(String text, String group, String description) {
        this(text, group, description, true);
    }

    Candidate typedAs(String quoted) {
        return new Candidate(quoted, group, description, isWhole);
    }
}
