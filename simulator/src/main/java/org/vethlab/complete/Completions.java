package org.vethlab.complete;

import java.util.List;

/** What can stand at the cursor, in place of the text from {@code start} on; the likeliest first. */
public record Completions(int start, List<Candidate> candidates) {
    public List<String> texts() {
        return candidates.stream().map(Candidate::text).toList();
    }
}
