package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.program.nft.ExpressionParser.Side;

/** Reads the statements of a rule. */
final class StatementParser {
    private static final List<String> OPERATORS = List.of("==", "!=", "<", ">", "<=", ">=", "!");

    private static final List<String> STARTS =
            List.of("counter", "limit", "quota", "set", "add", "update", "delete", "meter", "jhash", "'{'");

    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final StatefulParser stateful;
    private final ActionParser actions;

    StatementParser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.stateful = new StatefulParser(tokens, expressions);
        this.actions = new ActionParser(tokens, expressions);
    }

    ExpressionParser expressions() {
        return expressions;
    }

    StatefulParser stateful() {
        return stateful;
    }

    /** Statements up to the end of the rule. */
    RuleSyntax rule() {
        List<StatementSyntax> statements = new ArrayList<>();
        Location start = tokens.peek().at();
        do {
            statements.add(statement());
        } while (!endsRule());
        Optional<String> comment = tokens.accept("comment") ? Optional.of(comment()) : Optional.empty();
        return new RuleSyntax(start.to(tokens.last()), statements, comment);
    }

    String comment() {
        Token text = tokens.string();
        if (text.text().length() > 128) {
            throw new NftException(text.at(), "comment too long, 128 characters maximum allowed");
        }
        return text.text();
    }

    /** What cannot begin a statement ends the rule, and is somebody else's mistake. */
    private boolean endsRule() {
        boolean starts = tokens.atAny(STARTS)
                || expressions.atVerdict()
                || actions.starts()
                || expressions.simpleStarts()
                || expressions.fields().starts();
        return !starts;
    }

    StatementSyntax statement() {
        String kind = tokens.peek().kind();
        if (expressions.atVerdict()) {
            return verdict();
        }
        return switch (kind) {
            case "counter", "limit", "quota" -> stateful.parse();
            case "set", "add", "update", "delete" -> setUpdate();
            case "meter" -> meter();
            default -> actions.starts() ? actions.parse() : match();
        };
    }

    private StatementSyntax verdict() {
        Syntax.VerdictWord verdict = expressions.verdict();
        return new StatementSyntax.VerdictStatement(verdict.at(), verdict);
    }

    /** A comparison, a map to verdicts, or a setting: which, shows only behind the first expression. */
    private StatementSyntax match() {
        Syntax left = left();
        if (left instanceof Syntax.Conntrack && ((Syntax.Conntrack) left).key().equals("count")) {
            return connectionLimit(left);
        }
        if (tokens.accept("vmap")) {
            if (!tokens.atAny(List.of("@", "'{'", "'$'"))) {
                throw tokens.unexpected("@", "'{'", "'$'");
            }
            Syntax set = tokens.at("'{'") ? expressions.elements() : expressions.setOrVariable();
            return new StatementSyntax.VerdictMap(left.at().to(set.at()), left, set);
        }
        if (isAssignable(left) && tokens.accept("set")) {
            Syntax value = expressions.statementValue();
            return new StatementSyntax.Assignment(left.at().to(value.at()), left, value);
        }
        if (tokens.accept("map")) {
            Syntax set = expressions.right();
            left = new Syntax.Mapping(left.at().to(set.at()), left, set);
        }
        String operator = tokens.atAny(OPERATORS) ? tokens.next().kind() : "";
        if (!expressions.valueStarts()) {
            throw tokens.unexpected("a", "b", "c", "d", "e");
        }
        Syntax right = expressions.right();
        return new StatementSyntax.Match(left.at().to(right.at()), left, operator, right);
    }

    private Syntax left() {
        return tokens.at("'{'") ? expressions.elements() : expressions.concatenation(Side.LEFT);
    }

    private static boolean isAssignable(Syntax left) {
        return left instanceof Syntax.Meta
                || left instanceof Syntax.Conntrack
                || left instanceof Syntax.Header
                || left instanceof Syntax.Raw
                || left instanceof Syntax.Extension;
    }

    private StatementSyntax connectionLimit(Syntax left) {
        boolean over = tokens.accept("over");
        long count = tokens.number();
        tokens.leave(Scope.CT);
        return new StatementSyntax.ConnectionLimit(left.at().to(tokens.last()), over, count);
    }

    private StatementSyntax setUpdate() {
        Token operation = tokens.next();
        if (operation.is("set")) {
            return oldSetUpdate(operation);
        }
        Syntax.SetReference set = reference();
        tokens.expect("'{'");
        Syntax.Element element = dynamicElement();
        tokens.expect("'}'");
        Location at = operation.at().to(tokens.last());
        return new StatementSyntax.SetUpdate(at, operation.kind(), set, element);
    }

    /** {@code set add key @set}, the old way. */
    private StatementSyntax oldSetUpdate(Token word) {
        Token operation = tokens.expect("add", "update", "delete");
        Syntax.Element element = dynamicElement();
        Syntax.SetReference set = reference();
        return new StatementSyntax.SetUpdate(word.at().to(set.at()), operation.kind(), set, element);
    }

    private Syntax.SetReference reference() {
        if (!tokens.at("@") && !tokens.at("'$'")) {
            throw tokens.unexpected("@", "'$'");
        }
        Syntax set = expressions.setOrVariable();
        if (set instanceof Syntax.SetReference reference) {
            return reference;
        }
        throw new NftException(set.at(), "Expression does not refer to a set");
    }

    private Syntax.Element dynamicElement() {
        Syntax key = expressions.concatenation(Side.LEFT);
        Syntax.ElementOptions options = new ElementParser(tokens, expressions).options(List.of());
        List<StatementSyntax> statements = new ArrayList<>();
        while (stateful.starts()) {
            statements.add(stateful.parse());
        }
        Optional<Syntax> data =
                tokens.accept("colon") ? Optional.of(expressions.concatenation(Side.LEFT)) : Optional.empty();
        Syntax.ElementOptions all =
                new Syntax.ElementOptions(options.timeout(), options.expires(), options.comment(), statements);
        return new Syntax.Element(key.at().to(tokens.last()), key, all, data);
    }

    private StatementSyntax meter() {
        Token word = tokens.next();
        Token name = tokens.identifier();
        Optional<Long> size = tokens.accept("size") ? Optional.of(tokens.number()) : Optional.empty();
        tokens.expect("'{'");
        Syntax key = expressions.concatenation(Side.LEFT);
        Syntax.ElementOptions options = new ElementParser(tokens, expressions).options(List.of());
        StatementSyntax statement = statement();
        tokens.expect("'}'");
        Syntax.Element element = new Syntax.Element(key.at(), key, options, Optional.empty());
        return new StatementSyntax.Meter(word.at().to(tokens.last()), name.text(), size, element, statement);
    }
}
