package org.vethlab.program.text;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** {@code expr} of coreutils. */
public final class Expr implements Program {
    @Override
    public String name() {
        return "expr";
    }

    @Override
    public String summary() {
        return "evaluate expressions";
    }

    @Override
    public int run(Context context) {
        try {
            List<String> words = context.arguments();
            if (!words.isEmpty() && words.get(0).equals("--")) {
                words = words.subList(1, words.size());
            }
            if (words.isEmpty()) {
                throw new CommandException(2, "missing operand\nTry 'expr --help' for more information.");
            }
            String value = new Evaluation(words).all();
            context.out().println(value);
            return isFalse(value) ? 1 : 0;
        } catch (CommandException e) {
            return context.fail(e.status(), "expr: " + e.text());
        }
    }

    private static boolean isFalse(String value) {
        return value.isEmpty() || value.matches("-?0+");
    }

    /** Recursive descent: | & comparison, sum, product, match, functions and words, from loose to tight. */
    private static final class Evaluation {
        private final List<String> words;
        private int next;

        Evaluation(List<String> words) {
            this.words = words;
        }

        String all() {
            String value = or();
            if (next < words.size()) {
                throw syntax("unexpected argument " + Call.quote(words.get(next)));
            }
            return value;
        }

        private String or() {
            String left = and();
            while (take("|")) {
                String right = and();
                left = !isFalse(left) ? left : isFalse(right) ? "0" : right;
            }
            return left;
        }

        private String and() {
            String left = comparison();
            while (take("&")) {
                String right = comparison();
                left = isFalse(left) || isFalse(right) ? "0" : left;
            }
            return left;
        }

        private String comparison() {
            String left = sum();
            for (Optional<String> operator = takeOne("<", "<=", "=", "==", "!=", ">=", ">"); operator.isPresent(); ) {
                String right = sum();
                boolean numbers = isInteger(left) && isInteger(right);
                int order =
                        numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : SortOrder.bytes(left, right);
                left = holds(operator.get(), order) ? "1" : "0";
                operator = takeOne("<", "<=", "=", "==", "!=", ">=", ">");
            }
            return left;
        }

        private static boolean holds(String operator, int order) {
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case "=", "==" -> order == 0;
                case "!=" -> order != 0;
                case ">=" -> order >= 0;
                default -> order > 0;
            };
        }

        private String sum() {
            String left = product();
            for (Optional<String> operator = takeOne("+", "-"); operator.isPresent(); operator = takeOne("+", "-")) {
                BigInteger right = integer(product());
                BigInteger value = integer(left);
                left = (operator.get().equals("+") ? value.add(right) : value.subtract(right)).toString();
            }
            return left;
        }

        private String product() {
            String left = match();
            for (Optional<String> operator = takeOne("*", "/", "%"); operator.isPresent(); ) {
                BigInteger right = integer(match());
                BigInteger value = integer(left);
                if (!operator.get().equals("*") && right.signum() == 0) {
                    throw new CommandException(2, "division by zero");
                }
                left = switch (operator.get()) {
                    case "*" -> value.multiply(right).toString();
                    case "/" -> value.divide(right).toString();
                    default -> value.remainder(right).toString();
                };
                operator = takeOne("*", "/", "%");
            }
            return left;
        }

        private String match() {
            String left = function();
            while (take(":")) {
                left = match(left, function());
            }
            return left;
        }

        /** Anchored at the beginning; the first group, or the length of what matched. */
        private static String match(String text, String pattern) {
            try {
                PosixRegex regex = PosixRegex.basic(pattern, false).within("\\A", "");
                Optional<MatchResult> found = regex.find(text, 0);
                if (regex.groups() > 0) {
                    return found.map(m -> m.group(1)).orElse("");
                }
                return found.map(m -> Integer.toString(m.end())).orElse("0");
            } catch (RegexException e) {
                throw new CommandException(
                        2, Optional.ofNullable(e.getMessage()).orElse(""));
            }
        }

        private String function() {
            if (take("+")) {
                return word();
            }
            if (take("length")) {
                String text = function();
                return Integer.toString(text.codePointCount(0, text.length()));
            }
            if (take("match")) {
                String text = function();
                return match(text, function());
            }
            if (take("index")) {
                String text = function();
                String characters = function();
                int at = 0;
                while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                return at == text.length() ? "0" : Integer.toString(at + 1);
            }
            if (take("substr")) {
                return substring(function(), function(), function());
            }
            return primary();
        }

        private static String substring(String text, String position, String length) {
            if (!isInteger(position) || !isInteger(length)) {
                return "";
            }
            int from = Integer.parseInt(position) - 1;
            int count = Integer.parseInt(length);
            return from < 0 || count <= 0 || from >= text.length()
                    ? ""
                    : text.substring(from, Math.min(text.length(), from + count));
        }

        private String primary() {
            if (!take("(")) {
                return word();
            }
            String value = or();
            if (next >= words.size()) {
                throw syntax("expecting ')' after " + Call.quote(words.get(next - 1)));
            }
            if (!take(")")) {
                throw syntax("expecting ')' instead of " + Call.quote(words.get(next)));
            }
            return value;
        }

        private String word() {
            if (next >= words.size()) {
                throw syntax("missing argument after " + Call.quote(words.get(next - 1)));
            }
            return words.get(next++);
        }

        private boolean take(String word) {
            return takeOne(word).isPresent();
        }

        private Optional<String> takeOne(String... candidates) {
            if (next < words.size() && List.of(candidates).contains(words.get(next))) {
                return Optional.of(words.get(next++));
            }
            return Optional.empty();
        }

        private static boolean isInteger(String text) {
            return text.matches("-?[0-9]+");
        }

        private static BigInteger integer(String text) {
            if (!isInteger(text)) {
                throw new CommandException(2, "non-integer argument");
            }
            return new BigInteger(text);
        }

        private static CommandException syntax(String what) {
            return new CommandException(2, "syntax error: " + what);
        }
    }
}
