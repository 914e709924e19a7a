package org.vethlab.program.awk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import org.vethlab.program.awk.Expression.Variable;

/** awk's own functions. */
final class Functions {
    private final Machinery machinery;
    private final Evaluator evaluator;
    private SplittableRandom random = new SplittableRandom(0);
    private double seed;

    Functions(Machinery machinery, Evaluator evaluator) {
        this.machinery = machinery;
        this.evaluator = evaluator;
    }

    Value call(Function function, List<Expression> arguments) {
        return switch (function) {
            case ATAN2 -> Value.of(Math.atan2(number(arguments, 0), number(arguments, 1)));
            case COS -> Value.of(Math.cos(number(arguments, 0)));
            case SIN -> Value.of(Math.sin(number(arguments, 0)));
            case EXP -> Value.of(Math.exp(number(arguments, 0)));
            case LOG -> Value.of(Math.log(number(arguments, 0)));
            case SQRT -> Value.of(Math.sqrt(number(arguments, 0)));
            case INT -> Value.of((double) (long) number(arguments, 0));
            case RAND -> Value.of(random.nextDouble());
            case SRAND -> seed(arguments);
            case SYSTIME -> Value.of(Math.floor(machinery.context.clock().date() / 1e9));
            case SYSTEM -> Value.of(machinery.streams.system(text(arguments, 0)));
            case CLOSE -> Value.of(machinery.streams.close(text(arguments, 0)));
            case FFLUSH -> Value.of(0);
            case GENSUB, STRFTIME ->
                throw new AwkException("function " + function.name().toLowerCase(Locale.ROOT) + " never defined");
            default -> string(function, arguments);
        };
    }

    private Value string(Function function, List<Expression> arguments) {
        return switch (function) {
            case LENGTH -> length(arguments);
            case INDEX -> Value.of(text(arguments, 0).indexOf(text(arguments, 1)) + 1);
            case SUBSTR -> substring(arguments);
            case TOLOWER -> Value.of(text(arguments, 0).toLowerCase(Locale.ROOT));
            case TOUPPER -> Value.of(text(arguments, 0).toUpperCase(Locale.ROOT));
            case SPRINTF -> sprintf(arguments);
            case MATCH -> match(arguments);
            case SPLIT -> split(arguments);
            case SUB -> substitute(arguments, false);
            case GSUB -> substitute(arguments, true);
            default -> throw new IllegalStateException("no string function: " + function);
        };
    }

    private Expression argument(List<Expression> arguments, int index) {
        if (index >= arguments.size()) {
            throw new AwkException("not enough arguments");
        }
        return arguments.get(index);
    }

    private double number(List<Expression> arguments, int index) {
        return evaluator.value(argument(arguments, index)).number();
    }

    private String text(List<Expression> arguments, int index) {
        return evaluator.text(argument(arguments, index));
    }

    private Value seed(List<Expression> arguments) {
        double before = seed;
        seed = arguments.isEmpty() ? machinery.context.clock().date() / 1_000_000_000.0 : number(arguments, 0);
        random = new SplittableRandom(Double.doubleToLongBits(seed));
        return Value.of(before);
    }

    private Value length(List<Expression> arguments) {
        if (arguments.isEmpty()) {
            return Value.of(machinery.fields.text().length());
        }
        if (arguments.get(0) instanceof Variable variable && machinery.memory.isArray(variable)) {
            return Value.of(machinery.memory.array(variable).elements.size());
        }
        return Value.of(text(arguments, 0).length());
    }

    /** Counts from 1, rounds, and takes what there is of the range. */
    /** mawk 1.3.4 cuts fractions off, and makes the part longer, not shorter, by what is missing before the beginning. */
    private Value substring(List<Expression> arguments) {
        String text = text(arguments, 0);
        int start = (int) number(arguments, 1);
        int length = arguments.size() > 2 ? (int) number(arguments, 2) : text.length();
        int from = Math.max(1, start);
        int to = (int) Math.min(text.length() + 1.0, from + length - Math.min(0.0, start));
        return Value.of(from < to ? text.substring(from - 1, to - 1) : "");
    }

    private Value sprintf(List<Expression> arguments) {
        List<Value> values = arguments.subList(1, arguments.size()).stream()
                .map(evaluator::value)
                .toList();
        return Value.of(Format.apply("sprintf", text(arguments, 0), values, machinery.text("CONVFMT")));
    }

    private Value match(List<Expression> arguments) {
        Optional<MatchResult> match = machinery
                .patterns
                .get(evaluator.pattern(argument(arguments, 1)))
                .find(text(arguments, 0), 0);
        machinery.memory.set(
                "RSTART", Value.of(match.map(found -> found.start() + 1).orElse(0)));
        machinery.memory.set(
                "RLENGTH",
                Value.of(match.map(found -> found.end() - found.start()).orElse(-1)));
        return machinery.memory.get("RSTART");
    }

    private Value split(List<Expression> arguments) {
        if (!(argument(arguments, 1) instanceof Variable variable)) {
            throw new AwkException("type error in arg(2) in call to split");
        }
        String separator = arguments.size() > 2 ? evaluator.pattern(arguments.get(2)) : machinery.text("FS");
        List<String> parts = machinery.fields.split(text(arguments, 0), separator);
        Memory.Array array = machinery.memory.array(variable);
        array.elements.clear();
        for (int i = 0; i < parts.size(); i++) {
            array.elements.put(Integer.toString(i + 1), Value.input(parts.get(i)));
        }
        return Value.of(parts.size());
    }

    private Value substitute(List<Expression> arguments, boolean all) {
        Expression target =
                arguments.size() > 2 ? arguments.get(2) : new Expression.Field(new Expression.Constant(Value.of(0)));
        String pattern = evaluator.pattern(argument(arguments, 0));
        String replacement = text(arguments, 1);
        String text = evaluator.text(target);
        StringBuilder out = new StringBuilder();
        int from = 0;
        int count = 0;
        Optional<MatchResult> match = machinery.patterns.get(pattern).find(text, 0);
        while (match.isPresent()) {
            MatchResult found = match.get();
            out.append(text, from, found.start()).append(expand(replacement, found.group()));
            count++;
            from = found.end();
            if (found.end() == found.start() && from < text.length()) {
                out.append(text.charAt(from));
            }
            int next = found.end() == found.start() ? from + 1 : from;
            from = Math.min(next, text.length());
            boolean more = all && next <= text.length() && !(found.end() > found.start() && next == text.length());
            match = more ? machinery.patterns.get(pattern).find(text, next) : Optional.empty();
        }
        if (count > 0) {
            evaluator.store(target, Value.of(out + text.substring(from)));
        }
        return Value.of(count);
    }

    /** {@code &} is what matched, {@code \&} an ampersand. */
    private static String expand(String replacement, String matched) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
            if (c == '\\' && (next == '&' || next == '\\')) {
                out.append(next);
                i++;
            } else if (c == '&') {
                out.append(matched);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
