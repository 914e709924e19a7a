package org.vethlab.program.awk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parsed program. */
record Source(List<Statement> begin, List<Rule> rules, List<Statement> end, Map<String, UserFunction> functions) {
    /** A pattern, or the two ends of a range, and what is done for a record that fits. */
    record Rule(Optional<Expression> pattern, Optional<Expression> rangeEnd, Statement action) {}

    record UserFunction(List<String> parameters, Statement body) {}

    boolean readsInput() {
        return !rules.isEmpty() || !end.isEmpty();
    }
}
