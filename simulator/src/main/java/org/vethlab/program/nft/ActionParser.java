package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the statements that do something with a packet: log, reject, NAT, queue, duplicate. */
final class ActionParser {
    private static final List<String> STARTS = List.of(
            "log",
            "reject",
            "snat",
            "dnat",
            "masquerade",
            "redirect",
            "tproxy",
            "queue",
            "dup",
            "fwd",
            "synproxy",
            "notrack",
            "reset",
            "flow",
            "xt");
    private static final List<String> NAT_FLAGS = List.of("random", "fully-random", "persistent");
    private static final List<String> LEVELS =
            List.of("emerg", "alert", "crit", "err", "warn", "notice", "info", "debug", "audit");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ActionParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    boolean starts() {
        return tokens.atAny(STARTS);
    }

    StatementSyntax parse() {
        Token word = tokens.next();
        StatementSyntax statement = switch (word.kind()) {
            case "log" -> log(word);
            case "reject" -> reject(word);
            case "snat", "dnat" -> nat(word);
            case "masquerade", "redirect" -> toPort(word);
            case "notrack" -> new StatementSyntax.Untrack(word.at());
            case "dup" -> duplicate(word);
            case "fwd" -> forward(word);
            case "queue" -> queue(word);
            default -> throw org.vethlab.program.CommandException.notSimulated("nft " + word.kind());
        };
        tokens.leave(Scope.openedBy(word.text()));
        return statement;
    }

    private StatementSyntax log(Token word) {
        Optional<String> prefix = Optional.empty();
        Optional<String> level = Optional.empty();
        Optional<Long> group = Optional.empty();
        Optional<Long> snaplen = Optional.empty();
        Optional<Long> threshold = Optional.empty();
        List<String> flags = new ArrayList<>();
        while (tokens.atAny(List.of("prefix", "level", "group", "snaplen", "queue-threshold", "flags"))) {
            switch (tokens.next().kind()) {
                case "prefix" -> prefix = Optional.of(withVariables(tokens.string()));
                case "level" -> level = Optional.of(level());
                case "group" -> group = Optional.of(tokens.number());
                case "snaplen" -> snaplen = Optional.of(tokens.number());
                case "queue-threshold" -> threshold = Optional.of(tokens.number());
                default -> flags.addAll(logFlags());
            }
        }
        return new StatementSyntax.Log(word.at(), prefix, level, group, snaplen, threshold, flags);
    }

    private String withVariables(Token prefix) {
        StringBuilder out = new StringBuilder();
        String text = prefix.text();
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) != '$') {
                out.append(text.charAt(i++));
                continue;
            }
            int end = i + 1;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            out.append(variableText(prefix, text.substring(i + 1, end)));
            i = end;
        }
        return out.toString();
    }

    private String variableText(Token prefix, String name) {
        Syntax value = tokens.variables().get(name);
        if (value == null) {
            throw new NftException(prefix.at(), "unknown identifier '" + name + "'");
        }
        return value instanceof Syntax.Symbol symbol ? symbol.text() : "";
    }

    private String level() {
        Token level = tokens.string();
        if (!LEVELS.contains(level.text())) {
            throw new NftException(level.at(), "invalid log level");
        }
        return level.text();
    }

    private List<String> logFlags() {
        Token flag = tokens.expect("all", "tcp", "ip", "skuid", "ether");
        if (flag.is("ip")) {
            tokens.expect("options");
            tokens.leave(Scope.IP);
            return List.of("ip options");
        }
        if (!flag.is("tcp")) {
            tokens.leave(Scope.openedBy(flag.text()));
            return List.of(flag.kind());
        }
        List<String> flags = new ArrayList<>();
        do {
            flags.add("tcp " + tokens.expect("seq", "options").text());
        } while (tokens.accept("comma"));
        tokens.leave(Scope.TCP);
        return flags;
    }

    private StatementSyntax reject(Token word) {
        if (!tokens.accept("with")) {
            return new StatementSyntax.Reject(word.at(), "", Optional.empty());
        }
        Token with = tokens.expect("icmp", "icmpv6", "tcp", "icmpx");
        if (with.is("tcp")) {
            tokens.leave(Scope.TCP);
            tokens.expect("reset");
            tokens.leave(Scope.RESET);
            return new StatementSyntax.Reject(word.at(), "tcp", Optional.empty());
        }
        boolean typed = tokens.accept("type");
        if (typed) {
            tokens.leave(Scope.TYPE);
        }
        tokens.leave(Scope.ICMP);
        Token reason =
                typed ? tokens.expect(Token.NUMBER, Token.STRING) : tokens.expect(Token.NUMBER, Token.STRING, "type");
        Syntax value = reason.is(Token.NUMBER)
                ? new Syntax.Number(reason.at(), TokenStream.value(reason))
                : new Syntax.Symbol(reason.at(), reason.text());
        return new StatementSyntax.Reject(word.at(), with.kind(), Optional.of(value));
    }

    private StatementSyntax nat(Token word) {
        Optional<String> family = Optional.empty();
        String mode = "";
        if (tokens.at("ip") || tokens.at("ip6")) {
            Token first = tokens.next();
            if (!tokens.atAny(List.of("to", "interval", "prefix", "addr"))) {
                return natByField(word, first);
            }
            tokens.leave(Scope.openedBy(first.text()));
            family = Optional.of(first.kind());
        }
        if (tokens.at("interval") || tokens.at("prefix")) {
            mode = tokens.next().kind();
        } else if (tokens.accept("addr")) {
            tokens.expect(".");
            tokens.expect("port");
            mode = "addr . port";
        }
        if (family.isPresent() || !mode.isEmpty()) {
            tokens.expect("to");
        } else {
            tokens.accept("to");
        }
        Optional<Syntax> address = tokens.at("colon") ? Optional.empty() : Optional.of(expressions.statementValue());
        Optional<Syntax> port = tokens.accept("colon") ? Optional.of(expressions.statementValue()) : Optional.empty();
        List<String> flags = natFlags();
        return new StatementSyntax.Nat(word.at(), word.kind(), family, address, port, mode, flags);
    }

    /** {@code snat ip saddr map …}: without {@code to}, {@code ip} begins the address. */
    private StatementSyntax natByField(Token word, Token protocol) {
        Syntax address = expressions.statementValue(expressions.fields().header(protocol));
        Optional<Syntax> port = tokens.accept("colon") ? Optional.of(expressions.statementValue()) : Optional.empty();
        return new StatementSyntax.Nat(
                word.at(), word.kind(), Optional.empty(), Optional.of(address), port, "", natFlags());
    }

    private StatementSyntax toPort(Token word) {
        Optional<Syntax> port = Optional.empty();
        if (tokens.accept("to")) {
            boolean colon = word.is("masquerade") || tokens.at("colon");
            if (colon) {
                tokens.expect("colon");
            }
            port = Optional.of(expressions.statementValue());
        }
        List<String> flags = natFlags();
        return new StatementSyntax.Nat(word.at(), word.kind(), Optional.empty(), Optional.empty(), port, "", flags);
    }

    private List<String> natFlags() {
        List<String> flags = new ArrayList<>();
        if (!tokens.atAny(NAT_FLAGS)) {
            return flags;
        }
        do {
            flags.add(tokens.expect("random", "fully-random", "persistent").kind());
        } while (tokens.accept("comma"));
        return flags;
    }

    private StatementSyntax duplicate(Token word) {
        tokens.expect("to");
        Syntax to = expressions.statementValue();
        Optional<Syntax> device =
                tokens.accept("device") ? Optional.of(expressions.statementValue()) : Optional.empty();
        return new StatementSyntax.Duplicate(word.at().to(tokens.last()), to, device);
    }

    private StatementSyntax forward(Token word) {
        Optional<String> family = Optional.empty();
        if (tokens.at("ip") || tokens.at("ip6")) {
            family = Optional.of(expressions.fields().family());
        }
        tokens.expect("to", "ip", "ip6");
        Syntax to = expressions.statementValue();
        Optional<Syntax> device =
                tokens.accept("device") ? Optional.of(expressions.statementValue()) : Optional.empty();
        return new StatementSyntax.Forward(word.at().to(tokens.last()), family, to, device);
    }

    private StatementSyntax queue(Token word) {
        Optional<Syntax> numbers = Optional.empty();
        List<String> flags = new ArrayList<>();
        while (tokens.atAny(List.of("num", "to", "flags", "bypass", "fanout", "comma"))) {
            switch (tokens.next().kind()) {
                case "num", "to" -> numbers = Optional.of(expressions.statementValue());
                case "bypass" -> flags.add("bypass");
                case "fanout" -> flags.add("fanout");
                default -> {
                    // flags, and the commas between them, say nothing of themselves
                }
            }
        }
        return new StatementSyntax.Queue(word.at(), numbers, flags);
    }
}
