package org.vethlab.program.awk;

import java.util.List;
import java.util.Optional;

/** What has a value. Names are resolved when the program is parsed: {@code local} counts from 0, -1 is global. */
sealed interface Expression {
    record Constant(Value value) implements Expression {}

    /** {@code /…/}: on its own, whether the record matches. */
    record Regex(String pattern) implements Expression {}

    record Variable(String name, int local) implements Expression {}

    record Field(Expression index) implements Expression {}

    record Element(Variable array, List<Expression> subscripts) implements Expression {}

    record Assign(Expression target, String operator, Expression value) implements Expression {}

    /** {@code ++x}, {@code x--} and their kin. */
    record Step(Expression target, boolean up, boolean before) implements Expression {}

    record Binary(String operator, Expression left, Expression right) implements Expression {}

    record Unary(String operator, Expression operand) implements Expression {}

    record Concatenation(Expression left, Expression right) implements Expression {}

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    record Match(Expression text, Expression pattern, boolean negated) implements Expression {}

    record In(List<Expression> subscripts, Variable array) implements Expression {}

    record Conditional(Expression condition, Expression then, Expression otherwise) implements Expression {}

    record Call(Function function, List<Expression> arguments) implements Expression {}

    record UserCall(String name, List<Expression> arguments) implements Expression {}

    /** {@code getline [target] [< file]} or {@code command | getline [target]}. */
    record Getline(Optional<Expression> target, Optional<Expression> file, Optional<Expression> command)
            implements Expression {}

    /** Parentheses: they keep {@code >} from being a redirection, and a list together. */
    record Group(List<Expression> list) implements Expression {}
}
