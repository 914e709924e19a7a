package org.vethlab.shell.run;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.syntax.Assignment;

/** A builtin whose arguments may be assignments, of whole arrays too: {@code declare} and its kin. */
public interface DeclarationBuiltin extends Builtin {
    /**
     * One argument.
     *
     * @param text the word expanded; of an assignment of an array, its name alone
     * @param assignment the assignment, if the word was written as one
     */
    record Argument(String text, Optional<Assignment> assignment) {}

    /** Whether a trace shows each assignment once more behind the command, as it does for export and readonly. */
    default boolean tracesAssignments() {
        return false;
    }

    int declare(Interpreter shell, List<Argument> arguments);

    @Override
    default int run(Interpreter shell, List<String> arguments) {
        return declare(
                shell,
                arguments.stream()
                        .map(text -> new Argument(text, Optional.empty()))
                        .toList());
    }
}
