package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.filter.Family;
import org.vethlab.program.CommandException;
import org.vethlab.program.nft.ExpressionParser.Side;

/** Reads one command. */
final class CommandParser {
    private static final List<String> OPERATIONS = List.of(
            "add",
            "replace",
            "create",
            "insert",
            "delete",
            "get",
            "list",
            "reset",
            "flush",
            "rename",
            "import",
            "export",
            "monitor",
            "describe");
    private static final List<String> FAMILIES = List.of("ip", "ip6", "inet", "arp", "bridge", "netdev");
    private static final List<String> RULESETS = List.of(
            "tables",
            "chains",
            "sets",
            "maps",
            "counters",
            "quotas",
            "limits",
            "meters",
            "flowtables",
            "ruleset",
            "secmarks",
            "synproxys",
            "hooks");

    private final TokenStream tokens;
    private final StatementParser statements;
    private final BlockParser blocks;

    CommandParser(TokenStream tokens, Parser parser) {
        this.tokens = tokens;
        this.statements = new StatementParser(tokens);
        this.blocks = new BlockParser(tokens, parser, statements);
    }

    Command parse() {
        Location start = tokens.peek().at();
        String operation = tokens.atAny(OPERATIONS) ? tokens.next().kind() : "";
        Command command = switch (operation) {
            case "", "add", "create" -> add(start, operation);
            case "insert" -> insert(start);
            case "replace" -> replace(start);
            case "delete" -> delete(start);
            case "list" -> list(start);
            case "reset" -> reset(start);
            case "flush" -> flush(start);
            case "rename" -> rename(start);
            case "get" -> get(start);
            case "describe" -> describe(start);
            case "export" -> throw exporting(start);
            default -> throw CommandException.notSimulated("nft " + operation);
        };
        tokens.leave(Scope.openedBy(operation));
        return command;
    }

    private NftException exporting(Location start) {
        tokens.skipToSeparator();
        return new NftException(
                start.to(tokens.last()), "JSON export is no longer supported, use 'nft -j list ruleset' instead");
    }

    private Command add(Location start, String operation) {
        String op = operation.isEmpty() ? "add" : operation;
        String kind = tokens.peek().kind();
        switch (kind) {
            case "table":
                return table(start, op);
            case "chain":
                return chain(start, op);
            case "set":
            case "map":
                return set(start, op);
            case "element":
                return elements(start, op);
            case "counter":
            case "quota":
            case "limit":
                return object(start, op);
            case "flowtable":
            case "secmark":
            case "synproxy":
            case "ct":
                throw CommandException.notSimulated("nft " + op + " " + kind);
            case "rule":
                if (op.equals("add")) {
                    tokens.next();
                    return positioned(start, op);
                }
                throw tokens.unexpected("a", "b", "c", "d", "e");
            default:
                if (op.equals("add")) {
                    return implicitRule(start, operation.isEmpty());
                }
                throw tokens.unexpected("a", "b", "c", "d", "e");
        }
    }

    /** {@code add} may be left out, and {@code rule} too. */
    private Command implicitRule(Location start, boolean bare) {
        if (!tokens.atAny(FAMILIES) && !tokens.at(Token.STRING)) {
            throw bare ? tokens.unexpected("a", "b", "c", "d", "e") : tokens.unexpected(Token.STRING);
        }
        return positioned(start, "add");
    }

    private Command table(Location start, String operation) {
        tokens.next();
        Target target = tableTarget();
        Body body = tokens.at("'{'") ? blocks.table(target) : Body.NOTHING;
        return command(start, operation, "table", target, body);
    }

    private Command chain(Location start, String operation) {
        tokens.next();
        Target target = nameTarget();
        Body body = tokens.at("'{'") ? blocks.chain() : Body.NOTHING;
        return command(start, operation, "chain", target, body);
    }

    private Command set(Location start, String operation) {
        String kind = tokens.next().kind();
        Target target = nameTarget();
        return command(start, operation, kind, target, blocks.set(kind.equals("map")));
    }

    private Command elements(Location start, String operation) {
        tokens.next();
        Target target = nameTarget();
        if (!tokens.at("'{'") && !tokens.at("'$'")) {
            throw tokens.unexpected("'{'", "'$'");
        }
        Syntax elements =
                tokens.at("'$'") ? tokens.variable() : new ElementParser(tokens, statements.expressions()).elements();
        return command(start, operation, "element", target, new Body.ElementsBody(elements));
    }

    private Command object(Location start, String operation) {
        String kind = tokens.next().kind();
        Target target = nameTarget();
        Body body = blocks.object(kind);
        tokens.leave(Scope.openedBy(kind));
        return command(start, operation, kind, target, body);
    }

    private Command insert(Location start) {
        tokens.expect("rule");
        return positioned(start, "insert");
    }

    private Command positioned(Location start, String operation) {
        Target target = rulePosition();
        RuleSyntax rule = statements.rule();
        return command(start, operation, "rule", target, new Body.RuleBody(rule));
    }

    private Target rulePosition() {
        Target target = nameTarget();
        if (tokens.accept("handle")) {
            return target.at(tokens.expect(Token.NUMBER));
        }
        if (tokens.at("position")) {
            return target.at(withWord());
        }
        return tokens.at("index") ? target.atIndex(withWord()) : target;
    }

    /** A number that messages show together with the word before it. */
    private Token withWord() {
        Location word = tokens.next().at();
        Token number = tokens.expect(Token.NUMBER);
        return new Token(number.kind(), number.text(), word.to(number.at()));
    }

    private Command replace(Location start) {
        tokens.expect("rule");
        Target target = nameTarget();
        tokens.expect("handle");
        target = target.withHandle(tokens.expect(Token.NUMBER));
        return command(start, "replace", "rule", target, new Body.RuleBody(statements.rule()));
    }

    private Command delete(Location start) {
        String kind = tokens.peek().kind();
        if (List.of("flowtable", "secmark", "synproxy", "ct").contains(kind)) {
            throw CommandException.notSimulated("nft delete " + kind);
        }
        if (!List.of("table", "chain", "rule", "set", "map", "element", "counter", "quota", "limit")
                .contains(kind)) {
            throw tokens.unexpected("a", "b", "c", "d", "e");
        }
        if (kind.equals("element")) {
            return elements(start, "delete");
        }
        tokens.next();
        Target target = kind.equals("table") ? deletedTable() : deletedObject(kind);
        tokens.leave(Scope.openedBy(kind));
        return command(start, "delete", kind, target, Body.NOTHING);
    }

    private Target deletedTable() {
        Optional<Family> family = Optional.of(family());
        if (tokens.accept("handle")) {
            return Target.of(family, Optional.empty()).withHandle(tokens.expect(Token.NUMBER));
        }
        return Target.of(family, Optional.of(tokens.expect("handle", Token.STRING)));
    }

    private Target deletedObject(String kind) {
        Target target = tableTarget();
        if (kind.equals("rule")) {
            target = target.named(tokens.identifier());
            tokens.expect("handle");
            return target.withHandle(tokens.expect(Token.NUMBER));
        }
        if (kind.equals("map")) {
            return target.named(tokens.identifier());
        }
        if (tokens.accept("handle")) {
            return target.withHandle(tokens.expect(Token.NUMBER));
        }
        return target.named(tokens.expect("handle", Token.STRING));
    }

    private Command list(Location start) {
        String kind = tokens.peek().kind();
        if (List.of("table", "chain", "set", "map", "counter", "quota", "limit", "meter", "flowtable")
                .contains(kind)) {
            tokens.next();
            Target target = kind.equals("table") ? tableTarget() : nameTarget();
            tokens.leave(Scope.openedBy(kind));
            return command(start, "list", kind, target, Body.NOTHING);
        }
        if (!RULESETS.contains(kind)) {
            throw tokens.unexpected("a", "b", "c", "d", "e");
        }
        tokens.next();
        return command(start, "list", kind, rulesetTarget(kind), Body.NOTHING);
    }

    /** {@code list sets table inet t} and {@code list sets inet}. */
    private Target rulesetTarget(String kind) {
        boolean mayNameTable = List.of("sets", "counters", "quotas", "limits").contains(kind);
        if (mayNameTable && tokens.accept("table")) {
            return tableTarget();
        }
        Optional<Family> family = tokens.atAny(FAMILIES) ? Optional.of(family()) : Optional.empty();
        return Target.of(family, Optional.empty());
    }

    private Command reset(Location start) {
        Token kind = tokens.expect("counter", "counters", "quotas", "quota");
        boolean one = kind.is("counter") || kind.is("quota");
        Target target = one ? nameTarget() : rulesetTarget(kind.kind());
        tokens.leave(Scope.openedBy(kind.text()));
        return command(start, "reset", kind.kind(), target, Body.NOTHING);
    }

    private Command flush(Location start) {
        Token kind = tokens.expect("table", "chain", "set", "map", "ruleset", "meter", "flow");
        Target target = switch (kind.kind()) {
            case "table" -> tableTarget();
            case "ruleset" -> rulesetTarget("ruleset");
            default -> nameTarget();
        };
        return command(start, "flush", kind.kind(), target, Body.NOTHING);
    }

    private Command rename(Location start) {
        tokens.expect("chain");
        Target target = nameTarget();
        return command(start, "rename", "chain", target, new Body.NewName(tokens.identifier()));
    }

    private Command get(Location start) {
        tokens.expect("element");
        Target target = nameTarget();
        Syntax elements = new ElementParser(tokens, statements.expressions()).elements();
        return command(start, "get", "element", target, new Body.ElementsBody(elements));
    }

    private Command describe(Location start) {
        Syntax expression = statements.expressions().primary(Side.LEFT);
        Target target = Target.of(Optional.empty(), Optional.empty());
        return command(start, "describe", "", target, new Body.Described(expression));
    }

    private Command command(Location start, String operation, String object, Target target, Body body) {
        return new Command(start.to(tokens.last()), operation, object, target, body);
    }

    /** {@code ip} when nothing is said. */
    private Family family() {
        if (!tokens.atAny(FAMILIES)) {
            return Family.IP;
        }
        Token word = tokens.next();
        tokens.leave(Scope.openedBy(word.text()));
        for (Family family : Family.values()) {
            if (family.keyword().equals(word.kind())) {
                return family;
            }
        }
        throw new NftException(word.at(), "unknown family");
    }

    private Target tableTarget() {
        Family family = family();
        return Target.of(Optional.of(family), Optional.of(tokens.identifier()));
    }

    private Target nameTarget() {
        return tableTarget().named(tokens.identifier());
    }

    /** What a variable may stand for. */
    Syntax initializer() {
        if (tokens.at("-")) {
            Location at = tokens.next().at();
            return new Syntax.Number(at, -tokens.number());
        }
        if (!statements.expressions().valueStarts() || tokens.at("@")) {
            throw tokens.unexpected("a", "b", "c", "d", "e");
        }
        return tokens.at("'{'") ? braces() : statements.expressions().right();
    }

    private Syntax braces() {
        List<Syntax> none = new ArrayList<>();
        return new ElementParser(tokens, statements.expressions()).elementsOr(none);
    }
}
