package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.program.CommandException;
import org.vethlab.program.nft.ExpressionParser.Side;

/** Reads what stands in the braces of tables, chains, sets and objects. */
final class BlockParser {
    private static final List<String> TYPE_WORDS = List.of(Token.STRING, "mark", "dscp", "ecn", "classid", "time");
    private static final List<String> OBJECT_TYPES = List.of("counter", "quota", "limit", "secmark", "synproxy");

    private final TokenStream tokens;
    private final Parser parser;
    private final StatementParser statements;

    BlockParser(TokenStream tokens, Parser parser, StatementParser statements) {
        this.tokens = tokens;
        this.parser = parser;
        this.statements = statements;
    }

    Body.TableBody table(Target table) {
        List<Command> contents = new ArrayList<>();
        List<Token> flags = new ArrayList<>();
        List<String> comment = new ArrayList<>();
        parser.block(() -> tablePart(table, contents, flags, comment));
        return new Body.TableBody(comment.stream().findFirst(), flags, contents);
    }

    private void tablePart(Target table, List<Command> contents, List<Token> flags, List<String> comment) {
        Token word = tokens.peek();
        switch (word.kind()) {
            case "flags" -> {
                tokens.next();
                flags.add(tableFlag());
            }
            case "comment" -> {
                tokens.next();
                comment.add(statements.comment());
            }
            case "chain", "set", "map", "counter", "quota", "limit" -> contents.add(content(table, tokens.next()));
            case "flowtable", "ct", "secmark", "synproxy" ->
                throw CommandException.notSimulated("nft " + word.kind() + " in a table");
            default -> throw tokens.unexpected("a", "b", "c", "d", "e");
        }
        tokens.separator();
    }

    private Token tableFlag() {
        Token flag = tokens.identifier();
        if (!flag.text().equals("dormant") && !flag.text().equals("owner")) {
            throw new NftException(flag.at(), "unknown table option " + flag.text());
        }
        return flag;
    }

    private Command content(Target table, Token kind) {
        Target target = table.named(tokens.identifier());
        Body body = switch (kind.kind()) {
            case "chain" -> chain();
            case "set" -> set(false);
            case "map" -> set(true);
            default -> objectBlock(kind.kind());
        };
        tokens.leave(Scope.openedBy(kind.text()));
        return new Command(kind.at().to(tokens.last()), "add", kind.kind(), target, body);
    }

    /** A chain's properties and rules. */
    private static final class ChainReading {
        Optional<Body.HookSyntax> hook = Optional.empty();
        Optional<Token> policy = Optional.empty();
        Optional<String> comment = Optional.empty();
        final List<RuleSyntax> rules = new ArrayList<>();
    }

    Body.ChainBody chain() {
        Location start = tokens.peek().at();
        ChainReading chain = new ChainReading();
        Location end = parser.block(() -> chainPart(chain));
        return new Body.ChainBody(start.to(end), chain.hook, chain.policy, chain.comment, chain.rules);
    }

    private void chainPart(ChainReading chain) {
        switch (tokens.peek().kind()) {
            case "type" -> chain.hook = Optional.of(hook());
            case "policy" -> chain.policy = Optional.of(policy(chain.policy));
            case "flags" -> throw CommandException.notSimulated("nft offload");
            case "comment" -> {
                tokens.next();
                chain.comment = Optional.of(statements.comment());
            }
            default -> chain.rules.add(statements.rule());
        }
        tokens.separator();
    }

    private Body.HookSyntax hook() {
        Location start = tokens.next().at();
        tokens.leave(Scope.TYPE);
        Token type = tokens.identifier();
        tokens.expect("hook");
        Token hook = tokens.identifier();
        List<Token> devices = devices();
        Location priorityStart = tokens.expect("priority").at();
        String name = "";
        long offset = 0;
        if (tokens.at(Token.STRING) || tokens.at("out")) {
            name = tokens.next().text();
            if (tokens.at("+") || tokens.at("-")) {
                boolean plus = tokens.next().is("+");
                offset = plus ? tokens.number() : -tokens.number();
            }
        } else {
            offset = number();
        }
        Location at = start.to(tokens.last());
        HookNames.check(type, hook);
        return new Body.HookSyntax(at, type, hook, devices, priorityStart.to(tokens.last()), name, offset);
    }

    private long number() {
        if (tokens.at("'$'")) {
            Syntax value = tokens.variable();
            return value instanceof Syntax.Number number ? number.value() : 0;
        }
        boolean negative = tokens.accept("-");
        if (!tokens.at(Token.NUMBER) && !negative) {
            throw tokens.unexpected("a", "b", "c", "d", "e");
        }
        return negative ? -tokens.number() : tokens.number();
    }

    private List<Token> devices() {
        List<Token> devices = new ArrayList<>();
        if (tokens.accept("device")) {
            devices.add(tokens.at("'$'") ? device() : tokens.string());
        } else if (tokens.accept("devices")) {
            tokens.expect("'='");
            tokens.expect("'{'", "'$'");
            while (!tokens.at("'}'")) {
                devices.add(device());
                tokens.accept("comma");
            }
            tokens.next();
        }
        return devices;
    }

    private Token device() {
        if (tokens.at("'$'")) {
            Syntax value = tokens.variable();
            String text = value instanceof Syntax.Symbol symbol ? symbol.text() : "";
            return new Token(Token.STRING, text, value.at());
        }
        return tokens.expect(Token.STRING, Token.QUOTED);
    }

    /** Shown together with the word before it. */
    private Token policy(Optional<Token> before) {
        Token word = tokens.next();
        tokens.leave(Scope.POLICY);
        Token policy = tokens.at("'$'") ? device() : tokens.expect("accept", "drop", "'$'");
        if (before.isPresent()) {
            throw new NftException(word.at().to(policy.at()), "you cannot set chain policy twice");
        }
        return new Token(policy.kind(), policy.text(), word.at().to(policy.at()));
    }

    Body.SetBody set(boolean map) {
        Body.SetBody set = new Body.SetBody(tokens.peek().at(), map);
        set.at = set.at.to(parser.block(() -> setPart(set)));
        return set;
    }

    private void setPart(Body.SetBody set) {
        Token word = tokens.peek();
        switch (word.kind()) {
            case "type" -> type(set);
            case "typeof" -> typeOf(set);
            case "flags" -> flags(set);
            case "timeout" -> {
                tokens.next();
                set.timeout = Optional.of(TimeText.parse(tokens.identifier()));
            }
            case "gc-interval" -> {
                tokens.next();
                set.gcInterval = Optional.of(TimeText.parse(tokens.identifier()));
            }
            case "size" -> {
                tokens.next();
                set.size = Optional.of(tokens.number());
            }
            case "policy" -> {
                tokens.next();
                set.policy = Optional.of(tokens.expect("performance", "memory").kind());
                tokens.leave(Scope.POLICY);
            }
            case "comment" -> {
                tokens.next();
                set.comment = Optional.of(statements.comment());
            }
            case "auto-merge" -> {
                tokens.next();
                set.autoMerge = true;
                return;
            }
            case "elements" -> {
                elements(set);
                return;
            }
            case "counter", "limit", "quota", "ct" ->
                set.statements.add(statements.stateful().parse());
            default -> throw tokens.unexpected("a", "b", "c", "d", "e");
        }
        tokens.separator();
    }

    private void elements(Body.SetBody set) {
        tokens.next();
        tokens.expect("'='");
        set.elements = Optional.of(
                tokens.at("'$'") ? tokens.variable() : new ElementParser(tokens, statements.expressions()).elements());
    }

    private void type(Body.SetBody set) {
        tokens.next();
        List<Token> keys = typeNames();
        List<Token> data = List.of();
        if (set.map) {
            tokens.expect("colon", ".");
            set.intervalData = tokens.accept("interval");
            data = tokens.atAny(OBJECT_TYPES) ? List.of(tokens.next()) : typeNames();
        }
        tokens.leave(Scope.TYPE);
        if (!tokens.atSeparator()) {
            throw tokens.unexpected(Token.NEWLINE, Token.SEMICOLON, ".");
        }
        set.type = keys;
        set.dataType = data;
    }

    private List<Token> typeNames() {
        List<Token> names = new ArrayList<>();
        do {
            if (!tokens.atAny(TYPE_WORDS)) {
                throw tokens.unexpected("a", "b", "c", "d", "e");
            }
            Token name = tokens.next();
            DataType.named(name);
            names.add(name);
        } while (tokens.accept("."));
        return names;
    }

    private void typeOf(Body.SetBody set) {
        tokens.next();
        set.typeOf = Optional.of(statements.expressions().concatenation(Side.LEFT));
        if (set.map) {
            tokens.expect("colon", ".");
            set.intervalData = tokens.accept("interval");
            set.dataTypeOf = Optional.of(statements.expressions().concatenation(Side.LEFT));
        }
    }

    private void flags(Body.SetBody set) {
        tokens.next();
        do {
            set.flags.add(
                    tokens.expect("constant", "interval", "dynamic", "timeout").kind());
        } while (tokens.accept("comma"));
    }

    /** What follows the name of a counter, quota or limit. */
    Body.ObjectBody object(String kind) {
        if (tokens.at("'{'")) {
            return objectBlock(kind);
        }
        if (kind.equals("counter") && !tokens.at("packets")) {
            return new Body.ObjectBody(Optional.empty(), Optional.empty());
        }
        if (kind.equals("limit") && !tokens.at("rate")) {
            throw tokens.unexpected("rate", "'{'");
        }
        return new Body.ObjectBody(Optional.of(state(kind)), Optional.empty());
    }

    private StatementSyntax state(String kind) {
        Location start = tokens.peek().at();
        return switch (kind) {
            case "counter" -> counter(start);
            case "quota" -> statements.stateful().amount(start);
            default -> {
                tokens.expect("rate");
                yield statements.stateful().rate(start);
            }
        };
    }

    private StatementSyntax counter(Location start) {
        tokens.expect("packets");
        long packets = tokens.number();
        tokens.expect("bytes");
        return new StatementSyntax.CounterStatement(start, packets, tokens.number());
    }

    private Body.ObjectBody objectBlock(String kind) {
        List<StatementSyntax> states = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        parser.block(() -> {
            if (tokens.accept("comment")) {
                comments.add(statements.comment());
            } else {
                states.add(state(kind));
            }
        });
        return new Body.ObjectBody(
                states.stream().findFirst(), comments.stream().findFirst());
    }
}
