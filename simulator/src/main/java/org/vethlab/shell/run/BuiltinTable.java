package org.vethlab.shell.run;

import java.util.List;
import java.util.Optional;

/** The builtins that a shell has. */
public interface BuiltinTable {
    Optional<Builtin> find(String name);

    /** All of them, sorted by name. */
    List<Builtin> all();
}
