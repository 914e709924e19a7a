package org.vethlab.program.awk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.program.awk.Expression.Group;
import org.vethlab.program.awk.Expression.Variable;

/** Parses expressions by precedence, lowest first. */
final class ExpressionParser {
    private static final Set<String> ASSIGNMENTS = Set.of("=", "+=", "-=", "*=", "/=", "%=", "^=");
    private static final Set<String> COMPARISONS = Set.of("<", "<=", "==", "!=", ">", ">=");
    private static final Set<String> STARTS_OPERAND = Set.of("$", "!", "(", "-", "+", "++", "--");

    private final Tokens tokens;
    private final List<String> locals = new ArrayList<>();
    private final Set<String> called = new LinkedHashSet<>();
    private boolean redirecting;
    private boolean inHeader;

    ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    void locals(List<String> names) {
        locals.clear();
        locals.addAll(names);
    }

    Expression parse() {
        return ternary();
    }

    /** In {@code print a > b} the sign redirects. */
    List<Expression> printed() {
        redirecting = true;
        try {
            return list();
        } finally {
            redirecting = false;
        }
    }

    /** What a print is redirected to: a string, or things side by side, no comparison. */
    Expression target() {
        redirecting = true;
        try {
            return concatenation();
        } finally {
            redirecting = false;
        }
    }

    /** In the head of {@code for (x in a)} the word is not an operator. */
    Expression withoutIn() {
        inHeader = true;
        try {
            return parse();
        } finally {
            inHeader = false;
        }
    }

    List<Expression> list() {
        List<Expression> list = new ArrayList<>(List.of(parse()));
        while (tokens.accept(",")) {
            tokens.skipNewlines();
            list.add(parse());
        }
        return list;
    }

    Variable variable(String name) {
        return new Variable(name, locals.indexOf(name));
    }

    private Expression ternary() {
        Expression condition = or();
        if (tokens.accept("?")) {
            tokens.skipNewlines();
            Expression then = ternary();
            tokens.skipNewlines();
            tokens.expect(":");
            tokens.skipNewlines();
            return new Expression.Conditional(condition, then, ternary());
        }
        if (isTarget(condition)
                && ASSIGNMENTS.contains(tokens.peek().text())
                && tokens.peek().type() == Token.Type.OPERATOR) {
            String operator = tokens.next().text();
            tokens.skipNewlines();
            return new Expression.Assign(condition, operator.substring(0, operator.length() - 1), ternary());
        }
        return condition;
    }

    private static boolean isTarget(Expression expression) {
        return expression instanceof Variable
                || expression instanceof Expression.Field
                || expression instanceof Expression.Element;
    }

    private Expression or() {
        Expression left = and();
        while (tokens.accept("||")) {
            tokens.skipNewlines();
            left = new Expression.Or(left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = membership();
        while (tokens.accept("&&")) {
            tokens.skipNewlines();
            left = new Expression.And(left, membership());
        }
        return left;
    }

    private Expression membership() {
        Expression left = match();
        while (!inHeader && tokens.accept("in")) {
            List<Expression> subscripts = left instanceof Group group ? group.list() : List.of(left);
            left = new Expression.In(subscripts, variable(tokens.name()));
        }
        return left;
    }

    private Expression match() {
        Expression left = comparison();
        while (tokens.peek().is("~") || tokens.peek().is("!~")) {
            boolean negated = tokens.next().text().equals("!~");
            left = new Expression.Match(left, comparison(), negated);
        }
        return left;
    }

    private Expression comparison() {
        Expression left = concatenation();
        while (tokens.peek().is("|") && tokens.peek(1).is("getline")) {
            tokens.next();
            tokens.next();
            left = new Expression.Getline(getlineTarget(), Optional.empty(), Optional.of(left));
        }
        Token token = tokens.peek();
        boolean redirection = token.is(">") && redirecting;
        if (token.type() == Token.Type.OPERATOR && COMPARISONS.contains(token.text()) && !redirection) {
            tokens.next();
            return new Expression.Binary(token.text(), left, concatenation());
        }
        return left;
    }

    private Expression concatenation() {
        Expression left = additive();
        while (startsOperand()) {
            left = new Expression.Concatenation(left, additive());
        }
        return left;
    }

    private boolean startsOperand() {
        Token token = tokens.peek();
        return switch (token.type()) {
            case NUMBER, STRING, REGEX, NAME, FUNCTION -> true;
            case OPERATOR -> STARTS_OPERAND.contains(token.text());
            case KEYWORD, NEWLINE, END -> false;
        };
    }

    private Expression additive() {
        Expression left = multiplicative();
        while (tokens.peek().is("+") || tokens.peek().is("-")) {
            left = new Expression.Binary(tokens.next().text(), left, multiplicative());
        }
        return left;
    }

    private Expression multiplicative() {
        Expression left = unary();
        while (tokens.peek().is("*") || tokens.peek().is("/") || tokens.peek().is("%")) {
            left = new Expression.Binary(tokens.next().text(), left, unary());
        }
        return left;
    }

    private Expression unary() {
        for (String operator : List.of("!", "-", "+")) {
            if (tokens.accept(operator)) {
                return new Expression.Unary(operator, unary());
            }
        }
        return power();
    }

    private Expression power() {
        Expression base = postfix();
        return tokens.accept("^") ? new Expression.Binary("^", base, unary()) : base;
    }

    private Expression postfix() {
        Expression operand = primary();
        if (isTarget(operand) && (tokens.peek().is("++") || tokens.peek().is("--"))) {
            return new Expression.Step(operand, tokens.next().text().equals("++"), false);
        }
        return operand;
    }

    private Expression primary() {
        Token token = tokens.peek();
        return switch (token.type()) {
            case NUMBER ->
                new Expression.Constant(
                        Value.of(Double.parseDouble(tokens.next().text())));
            case STRING -> new Expression.Constant(Value.of(tokens.next().text()));
            case REGEX -> new Expression.Regex(tokens.next().text());
            case NAME -> named(tokens.next().text());
            case FUNCTION -> call(tokens.next().text());
            case OPERATOR, KEYWORD -> operator();
            case NEWLINE, END -> throw tokens.error();
        };
    }

    private Expression operator() {
        if (tokens.accept("$")) {
            boolean step = tokens.peek().is("++") || tokens.peek().is("--");
            return new Expression.Field(step || tokens.peek().is("-") ? unary() : primary());
        }
        if (tokens.peek().is("++") || tokens.peek().is("--")) {
            boolean up = tokens.next().text().equals("++");
            return new Expression.Step(primary(), up, true);
        }
        if (tokens.accept("(")) {
            boolean outer = redirecting;
            boolean header = inHeader;
            redirecting = false;
            inHeader = false;
            List<Expression> list = list();
            redirecting = outer;
            inHeader = header;
            tokens.expect(")");
            return new Group(list);
        }
        if (tokens.accept("getline")) {
            Optional<Expression> target = getlineTarget();
            Optional<Expression> file = tokens.accept("<") ? Optional.of(primary()) : Optional.empty();
            return new Expression.Getline(target, file, Optional.empty());
        }
        throw tokens.error();
    }

    private Optional<Expression> getlineTarget() {
        Token token = tokens.peek();
        return token.type() == Token.Type.NAME || token.is("$") ? Optional.of(primary()) : Optional.empty();
    }

    private Expression named(String name) {
        if (!tokens.accept("[")) {
            return variable(name);
        }
        boolean header = inHeader;
        inHeader = false;
        List<Expression> subscripts = list();
        inHeader = header;
        tokens.expect("]");
        return new Expression.Element(variable(name), subscripts);
    }

    /** The functions that were called and are not awk's own. */
    Set<String> called() {
        return called;
    }

    private Expression call(String name) {
        List<Expression> arguments = List.of();
        if (tokens.accept("(")) {
            boolean outer = redirecting;
            redirecting = false;
            tokens.skipNewlines();
            arguments = tokens.peek().is(")") ? List.of() : list();
            tokens.skipNewlines();
            tokens.expect(")");
            redirecting = outer;
        }
        Optional<Function> function = Function.named(name);
        if (function.isPresent()) {
            return new Expression.Call(function.get(), arguments);
        }
        called.add(name);
        return new Expression.UserCall(name, arguments);
    }
}
