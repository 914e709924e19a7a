package org.vethlab.shell.variable;

import java.util.HashMap;
import java.util.Map;

/** Variables of one function call, or of the assignments before one command. */
final class Scope {
    private final Map<String, Variable> variables = new HashMap<>();
    private final boolean temporary;

    /** @param temporary whether it holds the assignments before a command */
    Scope(boolean temporary) {
        this.temporary = temporary;
    }

    Map<String, Variable> variables() {
        return variables;
    }

    boolean isTemporary() {
        return temporary;
    }

    Scope copy() {
        Scope copy = new Scope(temporary);
        variables.forEach((name, variable) -> copy.variables.put(name, variable.copy()));
        return copy;
    }
}
