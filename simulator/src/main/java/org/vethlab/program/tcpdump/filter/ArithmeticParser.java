package org.vethlab.program.tcpdump.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computations on the bytes of a packet, and their comparison: {@code ip[2:2] - 20 > 100}. */
final class ArithmeticParser {
    /** From loose to tight. */
    private static final List<Map<String, Value.Operator>> LEVELS = List.of(
            Map.of("|", Value.Operator.OR),
            Map.of("&", Value.Operator.AND),
            Map.of("^", Value.Operator.XOR),
            Map.of("<<", Value.Operator.SHIFT_LEFT, ">>", Value.Operator.SHIFT_RIGHT),
            Map.of("+", Value.Operator.ADD, "-", Value.Operator.SUBTRACT),
            Map.of("*", Value.Operator.MULTIPLY, "/", Value.Operator.DIVIDE, "%", Value.Operator.REMAINDER));

    private final FilterParser parser;
    private final TestMaker maker;

    /** What must hold for the bytes to be there: that a packet is of the protocol that is looked into. */
    private Optional<Test> guard = Optional.empty();

    ArithmeticParser(FilterParser parser, TestMaker maker) {
        this.parser = parser;
        this.maker = maker;
    }

    Test comparison() {
        Value left = expression(0);
        String relation = parser.next().text();
        Value right = expression(0);
        Test compared = compare(left, relation, right);
        return guard.map(test -> test.and(compared)).orElse(compared);
    }

    private static Test compare(Value left, String relation, Value right) {
        Test greater = new Test.Comparison(Test.Relation.GREATER, left, right);
        Test atLeast = new Test.Comparison(Test.Relation.GREATER_OR_EQUAL, left, right);
        Test equal = new Test.Comparison(Test.Relation.EQUAL, left, right);
        return switch (relation) {
            case "=" -> equal;
            case "!=" -> equal.not();
            case ">" -> greater;
            case ">=" -> atLeast;
            case "<" -> atLeast.not();
            case "<=" -> greater.not();
            default -> throw FilterException.syntax();
        };
    }

    private Value expression(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Value left = expression(level + 1);
        Value.Operator operator = operator(level);
        while (operator != null) {
            Value right = expression(level + 1);
            boolean divides = operator == Value.Operator.DIVIDE || operator == Value.Operator.REMAINDER;
            if (divides && right.equals(Value.constant(0))) {
                throw new FilterException(operator == Value.Operator.DIVIDE ? "division by zero" : "modulus by zero");
            }
            left = Value.operation(operator, left, right);
            operator = operator(level);
        }
        return left;
    }

    private Value.@org.jspecify.annotations.Nullable Operator operator(int level) {
        Token token = parser.peek();
        if (token.kind() != Token.Kind.SYMBOL || !LEVELS.get(level).containsKey(token.text())) {
            return null;
        }
        parser.next();
        return LEVELS.get(level).get(token.text());
    }

    private Value unary() {
        if (parser.take("-")) {
            return Value.operation(Value.Operator.SUBTRACT, Value.constant(0), unary());
        }
        if (parser.take("(")) {
            Value inner = expression(0);
            parser.expect(")");
            return inner;
        }
        if (parser.take("len")) {
            return new Value.Length();
        }
        Token token = parser.next();
        if (token.kind() == Token.Kind.NUMBER) {
            return Value.constant(token.number());
        }
        if (token.kind() != Token.Kind.KEYWORD || !parser.take("[")) {
            throw FilterException.syntax();
        }
        return load(token.text());
    }

    private Value load(String protocol) {
        Value index = expression(0);
        int size = 1;
        if (parser.take(":")) {
            size = (int) parser.number();
            if (size != 1 && size != 2 && size != 4) {
                throw new FilterException("data size must be 1, 2, or 4");
            }
        }
        parser.expect("]");
        Optional<Test> needed = maker.loadGuard(protocol);
        guard = guard.isPresent() && needed.isPresent()
                ? Optional.of(guard.get().and(needed.get()))
                : needed.or(() -> guard);
        Value at = Value.operation(Value.Operator.ADD, maker.loadBase(protocol), index);
        return new Value.Load(at, size);
    }
}
