package org.vethlab.shell.run;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.arithmetic.ArithmeticException;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.pattern.Glob;
import org.vethlab.shell.pattern.RegularExpression;
import org.vethlab.shell.syntax.Command.Condition;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.Variable;

/** Evaluates the inside of {@code [[ ]]}. */
final class Conditions {
    private static final int MALFORMED = 2;

    private final Interpreter shell;
    private final Tests tests;

    Conditions(Interpreter shell) {
        this.shell = shell;
        this.tests = new Tests(shell);
    }

    /** @return 0 if it holds, 1 if not, 2 if it makes no sense */
    int evaluate(Condition condition) {
        try {
            return evaluate(condition, false);
        } catch (ArithmeticException e) {
            shell.messages().error("[[: " + e.getMessage());
            return 1;
        }
    }

    /** @param negated whether an exclamation mark stands before, for the trace */
    private int evaluate(Condition condition, boolean negated) {
        if (condition instanceof Condition.Not not) {
            int inner = evaluate(not.inner(), true);
            return inner == MALFORMED ? inner : 1 - inner;
        }
        if (condition instanceof Condition.Parenthesized parenthesized) {
            return evaluate(parenthesized.inner(), false);
        }
        if (condition instanceof Condition.And and) {
            int left = evaluate(and.left(), false);
            return left == 0 ? evaluate(and.right(), false) : left;
        }
        if (condition instanceof Condition.Or or) {
            int left = evaluate(or.left(), false);
            return left == 1 ? evaluate(or.right(), false) : left;
        }
        if (condition instanceof Condition.Unary unary) {
            return unary(unary, negated);
        }
        return binary((Condition.Binary) condition, negated);
    }

    private int unary(Condition.Unary unary, boolean negated) {
        String operand = shell.expander().single(unary.operand());
        trace(negated, unary.operator() + " " + shown(operand));
        return tests.unary(unary.operator(), operand) ? 0 : 1;
    }

    private int binary(Condition.Binary binary, boolean negated) {
        String left = shell.expander().single(binary.left());
        String operator = binary.operator();
        if (operator.equals("=~")) {
            return regularExpression(left, shell.expander().regularExpression(binary.right()), negated);
        }
        if (operator.equals("==") || operator.equals("=") || operator.equals("!=")) {
            String pattern = shell.expander().pattern(binary.right());
            trace(negated, shown(left) + " " + operator + " " + shown(pattern));
            return matches(left, pattern) != operator.equals("!=") ? 0 : 1;
        }
        String right = shell.expander().single(binary.right());
        trace(negated, shown(left) + " " + operator + " " + shown(right));
        if (Tests.isNumeric(operator)) {
            long a = shell.expander().evaluate(left);
            return Tests.compare(operator, a, shell.expander().evaluate(right)) ? 0 : 1;
        }
        return tests.binary(left, operator, right) ? 0 : 1;
    }

    private void trace(boolean negated, String text) {
        if (shell.traces()) {
            shell.tracer().line("[[ " + (negated ? "! " : "") + text + " ]]");
        }
    }

    private static String shown(String operand) {
        return operand.isEmpty() ? "''" : operand;
    }

    private boolean matches(String text, String pattern) {
        return Glob.compile(pattern, true, shell.options().has(ShoptOption.NOCASEMATCH))
                .matches(text);
    }

    /** The groups go into BASH_REMATCH. */
    private int regularExpression(String text, String expression, boolean negated) {
        trace(negated, shown(text) + " =~ " + shown(RegularExpression.traced(expression)));
        boolean ignoreCase = shell.options().has(ShoptOption.NOCASEMATCH);
        Optional<RegularExpression> compiled = RegularExpression.compile(expression, ignoreCase);
        if (compiled.isEmpty()) {
            return MALFORMED;
        }
        Optional<List<String>> groups = compiled.get().find(text);
        Variable variable = shell.variables().global("BASH_REMATCH");
        variable.add(Attribute.INDEXED);
        variable.clear();
        variable.markAssigned();
        List<String> found = groups.orElse(List.of());
        for (int i = 0; i < found.size(); i++) {
            variable.indexed().orElseThrow().put(i, found.get(i));
        }
        return groups.isPresent() ? 0 : 1;
    }
}
