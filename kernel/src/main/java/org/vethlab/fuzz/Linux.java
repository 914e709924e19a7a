package org.vethlab.fuzz;

import java.util.Optional;
import org.vethlab.transcript.CommandScript;

/** Real Linux, to be asked. */
public interface Linux {
    /** Runs a script in a throw-away sandbox. @return what it printed; empty if it took too long */
    Optional<String> print(CommandScript script);

    /** The release of the kernel. */
    String release();
}
