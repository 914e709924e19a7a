package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.program.nft.ExpressionParser.Side;

/** Reads what stands in braces: keys, their data, their times, comments and counters. */
final class ElementParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ElementParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Syntax.Elements elements() {
        return rest(tokens.expect("'{'"));
    }

    private Syntax.Elements rest(Token open) {
        List<Syntax> elements = new ArrayList<>();
        elements.add(member());
        while (!tokens.at("'}'")) {
            tokens.expect("comma", "'}'");
            tokens.accept(Token.NEWLINE);
            if (!tokens.at("'}'") && !tokens.at("comma")) {
                elements.add(member());
            }
        }
        Token close = tokens.next();
        return new Syntax.Elements(open.at().to(close.at()), elements);
    }

    /** The same, where nothing at all may stand in the braces. */
    Syntax.Elements elementsOr(List<Syntax> nothing) {
        Token open = tokens.expect("'{'");
        if (tokens.at("'}'")) {
            return new Syntax.Elements(open.at().to(tokens.next().at()), nothing);
        }
        return rest(open);
    }

    private Syntax member() {
        tokens.accept(Token.NEWLINE);
        Syntax member = tokens.at("'{'") ? elements() : element();
        tokens.accept(Token.NEWLINE);
        return member;
    }

    private Syntax element() {
        Syntax key = key();
        List<StatementSyntax> statements = statements();
        Syntax.ElementOptions options = options(statements);
        Location at = key.at().to(tokens.last());
        Optional<Syntax> data = Optional.empty();
        if (tokens.accept("colon")) {
            data = Optional.of(expressions.atVerdict() ? expressions.verdict() : expressions.concatenation(Side.RIGHT));
        }
        return new Syntax.Element(at, key, options, data);
    }

    private Syntax key() {
        if (tokens.at("*")) {
            return new Syntax.Wildcard(tokens.next().at());
        }
        return expressions.concatenation(Side.RIGHT);
    }

    private List<StatementSyntax> statements() {
        StatefulParser stateful = new StatefulParser(tokens, expressions);
        List<StatementSyntax> statements = new ArrayList<>();
        while (stateful.starts()) {
            statements.add(stateful.parse());
        }
        return statements;
    }

    Syntax.ElementOptions options(List<StatementSyntax> statements) {
        Optional<Long> timeout = Optional.empty();
        Optional<Long> expires = Optional.empty();
        Optional<String> comment = Optional.empty();
        while (tokens.atAny(List.of("timeout", "expires", "comment"))) {
            String option = tokens.next().kind();
            switch (option) {
                case "timeout" -> timeout = Optional.of(TimeText.parse(tokens.identifier()));
                case "expires" -> expires = Optional.of(TimeText.parse(tokens.identifier()));
                default -> comment = Optional.of(tokens.string().text());
            }
        }
        return new Syntax.ElementOptions(timeout, expires, comment, statements);
    }
}
