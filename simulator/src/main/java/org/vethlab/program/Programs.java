package org.vethlab.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.program.ip.Ip;

/** The table of programs. */
public final class Programs {
    // keep-sorted
    private static final List<Program> ALL = List.of(
            new Ip());

    private Programs() {}

    public static Optional<Program> find(String name) {
        for (Program program : ALL) {
            if (program.name().equals(name)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    public static List<Program> all() {
        return new ArrayList<>(ALL);
    }
}
