package org.vethlab.net.sysctl;

import java.util.Optional;
import java.util.function.Function;

/** Looks a constant up by the name of its file. */
final class Find {
    private Find() {}

    static <E> Optional<E> named(E[] all, Function<E, String> nameOf, String name) {
        for (E one : all) {
            if (nameOf.apply(one).equals(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
