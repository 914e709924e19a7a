package org.vethlab.complete;

import java.util.List;

/**
 * What stands in one place.
 *
 * @param literals words to be typed as they are
 * @param names of what is to be put in: {@code DEVICE}
 */
record Value(List<String> literals, List<String> names, boolean isOptional) {
    static Value of(String name) {
        return new Value(List.of(), List.of(name), false);
    }

    /** Whether it is written behind its option without a blank: {@code --net[=FILE]}. */
    boolean isGlued() {
        return isOptional && names.stream().anyMatch(name -> name.startsWith("="));
    }

    Value optional() {
        return new Value(literals, names, true);
    }
}
