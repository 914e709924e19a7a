package org.vethlab.program.awk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.program.awk.Expression.Variable;

/** Finds the value of an expression. */
final class Evaluator {
    /** What x86 makes of 0/0, and mawk prints as -nan. */
    private static final double NEGATIVE_NAN = Double.longBitsToDouble(0xfff8_0000_0000_0000L);

    /** Runs the body of a function of the program. @return its value */
    interface Caller {
        Value call(Source.UserFunction function);
    }

    private final Machinery machinery;
    private final Memory memory;
    private final Functions functions;
    private final Caller caller;

    Evaluator(Machinery machinery, Caller caller) {
        this.machinery = machinery;
        this.memory = machinery.memory;
        this.caller = caller;
        this.functions = new Functions(machinery, this);
    }

    String text(Expression expression) {
        return machinery.text(value(expression));
    }

    boolean truth(Expression expression) {
        return value(expression).truth();
    }

    Value value(Expression expression) {
        if (expression instanceof Expression.Constant constant) {
            return constant.value();
        }
        if (expression instanceof Variable variable) {
            return variable.name().equals("NF") && variable.local() < 0
                    ? Value.of(machinery.fields.count())
                    : memory.get(variable);
        }
        if (expression instanceof Expression.Field field) {
            return machinery.fields.get((int) value(field.index()).number());
        }
        if (expression instanceof Expression.Element element) {
            return memory.array(element.array())
                    .elements
                    .computeIfAbsent(subscript(element.subscripts()), key -> Value.EMPTY);
        }
        if (expression instanceof Expression.Group group) {
            return group.list().size() == 1 ? value(group.list().get(0)) : Value.of(subscript(group.list()));
        }
        return operation(expression);
    }

    private Value operation(Expression expression) {
        if (expression instanceof Expression.Assign assign) {
            return assign(assign);
        }
        if (expression instanceof Expression.Step step) {
            return step(step);
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary.operator(), value(binary.left()), value(binary.right()));
        }
        if (expression instanceof Expression.Unary unary) {
            return unary(unary);
        }
        if (expression instanceof Expression.Concatenation both) {
            String left = text(both.left());
            return Value.of(left + text(both.right()));
        }
        return logic(expression);
    }

    private Value logic(Expression expression) {
        if (expression instanceof Expression.And and) {
            return Value.of(truth(and.left()) && truth(and.right()));
        }
        if (expression instanceof Expression.Or or) {
            return Value.of(truth(or.left()) || truth(or.right()));
        }
        if (expression instanceof Expression.Regex regex) {
            return Value.of(matches(machinery.fields.text(), regex.pattern()));
        }
        if (expression instanceof Expression.Match match) {
            return Value.of(matches(text(match.text()), pattern(match.pattern())) != match.negated());
        }
        if (expression instanceof Expression.In in) {
            return Value.of(memory.array(in.array()).elements.containsKey(subscript(in.subscripts())));
        }
        if (expression instanceof Expression.Conditional conditional) {
            return value(truth(conditional.condition()) ? conditional.then() : conditional.otherwise());
        }
        return call(expression);
    }

    private Value call(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return functions.call(call.function(), call.arguments());
        }
        if (expression instanceof Expression.UserCall call) {
            return userCall(call);
        }
        if (expression instanceof Expression.Getline getline) {
            return getline(getline);
        }
        throw new IllegalStateException("no expression: " + expression);
    }

    /** A regular expression that is written as such stays as it is; anything else is a string that holds one. */
    String pattern(Expression expression) {
        return expression instanceof Expression.Regex regex ? regex.pattern() : text(expression);
    }

    private boolean matches(String text, String pattern) {
        return machinery.patterns.get(pattern).find(text, 0).isPresent();
    }

    String subscript(List<Expression> subscripts) {
        List<String> parts = new ArrayList<>();
        subscripts.forEach(part -> parts.add(text(part)));
        return String.join(parts.size() > 1 ? machinery.text("SUBSEP") : "", parts);
    }

    private Value assign(Expression.Assign assign) {
        Value right = value(assign.value());
        Value result = assign.operator().isEmpty() ? right : binary(assign.operator(), value(assign.target()), right);
        store(assign.target(), result);
        return result;
    }

    void store(Expression target, Value value) {
        if (target instanceof Variable variable) {
            memory.set(variable, value);
            if (variable.name().equals("NF") && variable.local() < 0) {
                machinery.fields.count((int) value.number());
            }
        } else if (target instanceof Expression.Field field) {
            machinery.fields.set((int) value(field.index()).number(), value);
        } else if (target instanceof Expression.Element element) {
            memory.array(element.array()).elements.put(subscript(element.subscripts()), value);
        }
    }

    private Value step(Expression.Step step) {
        double before = value(step.target()).number();
        Value after = Value.of(before + (step.up() ? 1 : -1));
        store(step.target(), after);
        return step.before() ? after : Value.of(before);
    }

    private Value unary(Expression.Unary unary) {
        return switch (unary.operator()) {
            case "!" -> Value.of(!truth(unary.operand()));
            case "-" -> Value.of(-value(unary.operand()).number());
            default -> Value.of(value(unary.operand()).number());
        };
    }

    private Value binary(String operator, Value left, Value right) {
        double a = left.number();
        double b = right.number();
        return switch (operator) {
            case "+" -> Value.of(a + b);
            case "-" -> Value.of(a - b);
            case "*" -> Value.of(a * b);
            case "/" -> Value.of(b == 0 && a == 0 ? NEGATIVE_NAN : a / b);
            case "%" -> Value.of(b == 0 ? NEGATIVE_NAN : a % b);
            case "^" -> Value.of(Math.pow(a, b));
            default -> Value.of(compare(operator, left.compare(right, machinery.text("CONVFMT"))));
        };
    }

    private static boolean compare(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private Value userCall(Expression.UserCall call) {
        Source.UserFunction function = machinery.source.functions().get(call.name());
        if (function == null) {
            throw new AwkException("function " + call.name() + " never defined");
        }
        if (call.arguments().size() > function.parameters().size()) {
            throw new AwkException("too many arguments in call to " + call.name());
        }
        Memory.Slot[] frame = new Memory.Slot[function.parameters().size()];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = new Memory.Slot();
            if (i < call.arguments().size()) {
                pass(call.arguments().get(i), frame[i]);
            }
        }
        memory.enter(frame);
        try {
            return caller.call(function);
        } finally {
            memory.leave();
        }
    }

    /** Arrays are passed as they are, so that the function can fill them; other values are copied. */
    private void pass(Expression argument, Memory.Slot slot) {
        if (argument instanceof Variable variable) {
            Value value = memory.get(variable);
            if (memory.isArray(variable) || value == Value.EMPTY) {
                slot.array = memory.array(variable);
            }
            slot.value = value;
            return;
        }
        slot.value = value(argument);
    }

    private Value getline(Expression.Getline getline) {
        Optional<Records> source = Optional.empty();
        if (getline.command().isPresent()) {
            source = Optional.of(machinery.streams.output(text(getline.command().get())));
        } else if (getline.file().isPresent()) {
            source = machinery.streams.input(text(getline.file().get()));
            if (source.isEmpty()) {
                return Value.of(-1);
            }
        }
        boolean main = getline.command().isEmpty() && getline.file().isEmpty();
        Optional<String> record =
                main ? machinery.nextRecord() : source.orElseThrow().next(machinery.text("RS"), machinery.patterns);
        if (record.isEmpty()) {
            return Value.of(0);
        }
        if (getline.command().isPresent()) {
            machinery.count("NR");
        }
        if (getline.target().isPresent()) {
            store(getline.target().get(), Value.input(record.get()));
        } else {
            machinery.fields.record(record.get());
        }
        return Value.of(1);
    }
}
