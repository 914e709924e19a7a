package org.vethlab.program.awk;

import java.util.List;
import java.util.Optional;

/** What is done. */
sealed interface Statement {
    record Block(List<Statement> body) implements Statement {}

    record Simple(Expression expression) implements Statement {}

    /** {@code print} and {@code printf}. @param redirection {@code >}, {@code >>} or {@code |}, or empty */
    record Print(boolean formatted, List<Expression> values, String redirection, Optional<Expression> target)
            implements Statement {}

    record If(Expression condition, Statement then, Optional<Statement> otherwise) implements Statement {}

    /** @param bodyFirst {@code do … while} */
    record While(Expression condition, Statement body, boolean bodyFirst) implements Statement {}

    record For(Statement first, Optional<Expression> condition, Statement step, Statement body) implements Statement {}

    record ForIn(Expression.Variable variable, Expression.Variable array, Statement body) implements Statement {}

    record Delete(Expression.Variable array, List<Expression> subscripts) implements Statement {}

    record Exit(Optional<Expression> status) implements Statement {}

    record Return(Optional<Expression> value) implements Statement {}

    record Jump(Kind kind) implements Statement {}

    /** Where a jump goes; also how running a statement ended. */
    enum Kind {
        NORMAL,
        BREAK,
        CONTINUE,
        NEXT,
        NEXTFILE,
        EXIT,
        RETURN
    }
}
