package org.vethlab.shell.arithmetic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Evaluates expressions; what it has parsed once it keeps, for loops. */
public final class Arithmetic {
    private static final int KEPT = 512;
    private static final int MAX_RECURSION = 1024;

    /** Where variables live. */
    public interface Variables {
        /** A variable's value; empty text if it is unset. */
        String value(String name, Optional<String> subscript);

        void assign(String name, Optional<String> subscript, long value);
    }

    private final Variables variables;
    private final Grammar grammar;
    private final Map<String, Node> parsed = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Node> eldest) {
            return size() > KEPT;
        }
    };
    private int recursion;

    public Arithmetic(Variables variables, Grammar grammar) {
        this.variables = variables;
        this.grammar = grammar;
    }

    /** @throws ArithmeticException if there is no evaluating it */
    public long evaluate(String expression) {
        try {
            return value(parsed(expression), expression);
        } catch (ArithmeticException e) {
            throw grammar.inWords(e, expression);
        }
    }

    private Node parsed(String expression) {
        Node tree = parsed.get(expression);
        if (tree == null) {
            tree = ExpressionParser.parse(expression, grammar);
            parsed.put(expression, tree);
        }
        return tree;
    }

    private long value(Node node, String text) {
        if (node instanceof Node.Constant constant) {
            return constant.value();
        }
        if (node instanceof Node.Variable variable) {
            return variable(variable);
        }
        if (node instanceof Node.Binary binary) {
            return binary(binary, text);
        }
        if (node instanceof Node.Assign assign) {
            return assign(assign, text);
        }
        if (node instanceof Node.Step step) {
            return step(step);
        }
        if (node instanceof Node.Unary unary) {
            return unary(unary.operator(), value(unary.operand(), text));
        }
        Node.Conditional conditional = (Node.Conditional) node;
        return value(conditional.condition(), text) != 0
                ? value(conditional.yes(), text)
                : value(conditional.no(), text);
    }

    /** A variable's value is itself an expression: {@code x=y+1; echo $((x))}. */
    private long variable(Node.Variable variable) {
        String text = variables.value(variable.name(), variable.subscript());
        if (text.isEmpty()) {
            return 0;
        }
        long number = smallNumber(text);
        if (number >= 0) {
            return number;
        }
        if (grammar == Grammar.POSIX && !isConstant(text)) {
            throw new ArithmeticException("Illegal number: " + text, "");
        }
        if (++recursion > MAX_RECURSION) {
            recursion = 0;
            throw ArithmeticException.at(text, 0, "expression recursion level exceeded");
        }
        try {
            return evaluate(text);
        } finally {
            recursion = Math.max(0, recursion - 1);
        }
    }

    /** In POSIX a variable's value is a number, not an expression. */
    private static boolean isConstant(String text) {
        return text.strip().matches("[-+]?(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)");
    }

    /** The usual case, without a parser: plain decimal digits; -1 for anything else. */
    private static long smallNumber(String text) {
        if (text.length() > 18 || text.charAt(0) == '0' && text.length() > 1) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private static long unary(char operator, long value) {
        return switch (operator) {
            case '!' -> value == 0 ? 1 : 0;
            case '~' -> ~value;
            case '-' -> -value;
            default -> value;
        };
    }

    private long binary(Node.Binary binary, String text) {
        long left = value(binary.left(), text);
        switch (binary.operator()) {
            case AND -> {
                return left != 0 && value(binary.right(), text) != 0 ? 1 : 0;
            }
            case OR -> {
                return left != 0 || value(binary.right(), text) != 0 ? 1 : 0;
            }
            default -> {}
        }
        return combine(binary.operator(), left, value(binary.right(), text), text, binary.position());
    }

    private static long combine(Node.Operator operator, long left, long right, String text, int position) {
        return switch (operator) {
            case BIT_OR -> left | right;
            case BIT_XOR -> left ^ right;
            case BIT_AND -> left & right;
            case EQUAL -> left == right ? 1 : 0;
            case NOT_EQUAL -> left != right ? 1 : 0;
            case LESS_OR_EQUAL -> left <= right ? 1 : 0;
            case GREATER_OR_EQUAL -> left >= right ? 1 : 0;
            case LESS -> left < right ? 1 : 0;
            case GREATER -> left > right ? 1 : 0;
            case SHIFT_LEFT -> left << right;
            case SHIFT_RIGHT -> left >> right;
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / divisor(right, text, position);
            case REMAINDER -> left % divisor(right, text, position);
            case POWER -> power(left, right, text, position);
            case COMMA, AND, OR -> right;
        };
    }

    private static long divisor(long value, String text, int position) {
        if (value == 0) {
            throw ArithmeticException.at(text, position, "division by 0");
        }
        return value;
    }

    private static long power(long base, long exponent, String text, int position) {
        if (exponent < 0) {
            throw ArithmeticException.at(text, position, "exponent less than 0");
        }
        long result = 1;
        long factor = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result *= factor;
            }
            factor *= factor;
        }
        return result;
    }

    private long assign(Node.Assign assign, String text) {
        Node.Variable target = assign.target();
        long value = value(assign.value(), text);
        if (assign.operator().isPresent()) {
            value = combine(assign.operator().get(), variable(target), value, text, assign.position());
        }
        variables.assign(target.name(), target.subscript(), value);
        return value;
    }

    private long step(Node.Step step) {
        long before = variable(step.target());
        long after = before + step.by();
        variables.assign(step.target().name(), step.target().subscript(), after);
        return step.before() ? after : before;
    }
}
