package org.vethlab.magic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vethlab.lab.LabException;

/** What a lab is made of. */
public enum Backend {
    SIMULATED,
    LIVE;

    /** As a student types it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Backend::word).toList();
    }

    /** @throws LabException listing those there are */
    public static Backend of(String word) {
        for (Backend backend : values()) {
            if (backend.word().equals(word)) {
                return backend;
            }
        }
        throw new LabException("no backend '" + word + "'; there are: " + String.join(", ", words()));
    }
}
