package org.vethlab.transcript;

import java.util.Locale;

/** How many of some answers are the same. */
record Score(int same, int of) {
    static final Score NONE = new Score(0, 0);

    Score plus(Score other) {
        return new Score(same + other.same, of + other.of);
    }

    String share() {
        return String.format(Locale.ROOT, "%.1f %%", of == 0 ? 100.0 : 100.0 * same / of);
    }

    @Override
    public String toString() {
        return same + "/" + of;
    }
}
