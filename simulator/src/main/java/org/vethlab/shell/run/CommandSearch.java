package org.vethlab.shell.run;

import java.util.Optional;
import java.util.SortedMap;

/** Finds programs by PATH and remembers where they were ({@code hash}). */
public final class CommandSearch {
    private final Interpreter shell;

    CommandSearch(Interpreter shell) {
        this.shell = shell;
    }

    /** The path of a program; empty if PATH leads to none. */
    public Optional<String> find(String name) {
        String path = shell.variables().value("PATH").orElse("");
        shell.process().environment().put("PATH", path);
        return shell.process().machine().executables().locate(shell.process(), name);
    }

    /** As {@link #find}, and remembers it. */
    Optional<String> use(String name) {
        Optional<String> path = find(name);
        if (!name.contains("/")) {
            path.ifPresent(found -> shell.state().hashed.put(name, found));
        }
        return path;
    }

    /** The programs that are remembered, by name. */
    public SortedMap<String, String> remembered() {
        return shell.state().hashed;
    }
}
