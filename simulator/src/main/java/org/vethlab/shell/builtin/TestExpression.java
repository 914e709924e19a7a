package org.vethlab.shell.builtin;

import java.util.List;
import org.vethlab.shell.run.Builtin.UsageException;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.run.Tests;

/** The expression of {@code test}: what it means depends first of all on how many words it has (POSIX). */
final class TestExpression {
    private final List<String> words;
    private final Tests tests;
    private final boolean dash;
    private int at;

    private TestExpression(Interpreter shell, List<String> words) {
        this.words = words;
        this.tests = new Tests(shell);
        this.dash = shell.isDash();
    }

    /** @return 0 if it holds, 1 if not */
    static int evaluate(Interpreter shell, List<String> words) {
        return new TestExpression(shell, words).evaluate() ? 0 : 1;
    }

    private boolean evaluate() {
        return switch (words.size()) {
            case 0 -> false;
            case 1 -> !words.get(0).isEmpty();
            case 2 -> two(0);
            case 3 -> three(0);
            case 4 -> four();
            default -> general();
        };
    }

    private boolean two(int from) {
        String first = words.get(from);
        if (first.equals("!")) {
            return words.get(from + 1).isEmpty();
        }
        if (Tests.isUnary(first)) {
            return tests.unary(first, words.get(from + 1));
        }
        throw error(from, first + ": unary operator expected");
    }

    private boolean three(int from) {
        String operator = words.get(from + 1);
        if (isBinary(operator)) {
            return binary(words.get(from), operator, words.get(from + 2));
        }
        if (words.get(from).equals("!")) {
            return !two(from + 1);
        }
        if (words.get(from).equals("(") && words.get(from + 2).equals(")")) {
            return !operator.isEmpty();
        }
        throw error(Tests.isUnary(words.get(from)) ? from + 1 : from, operator + ": binary operator expected");
    }

    private boolean four() {
        if (words.get(0).equals("!")) {
            return !three(1);
        }
        if (words.get(0).equals("(") && words.get(3).equals(")")) {
            return two(1);
        }
        return general();
    }

    private boolean isBinary(String word) {
        return isComparison(word) || word.equals("-a") || word.equals("-o");
    }

    private boolean isComparison(String word) {
        return Tests.isBinary(word) && !(dash && word.equals("=="));
    }

    private boolean binary(String left, String operator, String right) {
        if (operator.equals("-a")) {
            return !left.isEmpty() && !right.isEmpty();
        }
        if (operator.equals("-o")) {
            return !left.isEmpty() || !right.isEmpty();
        }
        if (Tests.isNumeric(operator)) {
            return Tests.compare(operator, number(left), number(right));
        }
        return tests.binary(left, operator, right);
    }

    private static long number(String text) {
        String bare = text.strip();
        try {
            return Long.parseLong(bare);
        } catch (NumberFormatException e) {
            throw error(text + ": integer expression expected");
        }
    }

    // five words and more

    private boolean general() {
        boolean value = or();
        if (at < words.size()) {
            throw error(at - 1, "too many arguments");
        }
        return value;
    }

    private boolean or() {
        boolean value = and();
        while (takes("-o")) {
            value |= and();
        }
        return value;
    }

    private boolean and() {
        boolean value = term();
        while (takes("-a")) {
            value &= term();
        }
        return value;
    }

    private boolean term() {
        if (takes("!")) {
            return !term();
        }
        if (takes("(")) {
            boolean inner = or();
            if (!takes(")")) {
                throw error(at < words.size() ? "`)' expected, found " + words.get(at) : "`)' expected");
            }
            return inner;
        }
        String first = next();
        if (at + 1 < words.size() && isComparison(words.get(at))) {
            String operator = next();
            return binary(first, operator, next());
        }
        if (Tests.isUnary(first) && at < words.size()) {
            return tests.unary(first, next());
        }
        return !first.isEmpty();
    }

    private boolean takes(String word) {
        if (at < words.size() && words.get(at).equals(word)) {
            at++;
            return true;
        }
        return false;
    }

    private String next() {
        if (at >= words.size()) {
            throw error("argument expected");
        }
        return words.get(at++);
    }

    /** @param word where dash stands, which has one message for all this */
    private UsageException error(int word, String message) {
        return error(dash ? words.get(word) + ": unexpected operator" : message);
    }

    private static UsageException error(String message) {
        return new UsageException(message, false, 2);
    }
}
