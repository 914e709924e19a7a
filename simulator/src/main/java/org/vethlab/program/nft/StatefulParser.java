package org.vethlab.program.nft;

import java.util.Map;
import java.util.Optional;

/** Reads the statements that keep something between packets: counters, limits, quotas, limits of connections. */
final class StatefulParser {
    private static final Map<String, Long> TIME_UNITS =
            Map.of("second", 1L, "minute", 60L, "hour", 3600L, "day", 86400L, "week", 604800L);
    private static final Map<String, Long> DATA_UNITS = Map.of("bytes", 1L, "kbytes", 1024L, "mbytes", 1024L * 1024);

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    StatefulParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    boolean starts() {
        return tokens.at("counter") || tokens.at("limit") || tokens.at("quota") || tokens.at("ct");
    }

    StatementSyntax parse() {
        Token word = tokens.next();
        StatementSyntax statement = switch (word.kind()) {
            case "counter" -> counter(word);
            case "limit" -> limit(word);
            case "quota" -> quota(word);
            default -> connectionLimit(word);
        };
        tokens.leave(Scope.openedBy(word.text()));
        return statement;
    }

    private StatementSyntax counter(Token word) {
        if (tokens.accept("name")) {
            return named(word);
        }
        long packets = 0;
        long bytes = 0;
        while (tokens.at("packets") || tokens.at("bytes")) {
            if (tokens.next().is("packets")) {
                packets = tokens.number();
            } else {
                bytes = tokens.number();
            }
        }
        return new StatementSyntax.CounterStatement(word.at(), packets, bytes);
    }

    private StatementSyntax named(Token word) {
        Syntax name = expressions.statementValue();
        return new StatementSyntax.Named(word.at().to(name.at()), word.kind(), name);
    }

    private StatementSyntax limit(Token word) {
        if (tokens.at("name")) {
            tokens.next();
            return named(word);
        }
        tokens.expect("name", "rate");
        return rate(word.at());
    }

    /** What follows {@code rate}. */
    StatementSyntax.LimitStatement rate(Location start) {
        boolean over = over();
        long rate = tokens.number();
        boolean bytes = !tokens.at("/");
        if (bytes) {
            Token unit = tokens.expect("/", Token.STRING, "bytes");
            if (unit.text().contains("/")) {
                return finish(start, over, true, rate * dataUnit(unit), TIME_UNITS.getOrDefault(timeOf(unit), 0L));
            }
            rate *= dataUnit(unit);
        }
        tokens.expect("/");
        Token unit = tokens.expect("second", "minute", "hour", "day", "week");
        return finish(start, over, bytes, rate, TIME_UNITS.getOrDefault(unit.kind(), 1L));
    }

    /** {@code mbytes/second} is one word to the scanner. */
    private static String timeOf(Token unit) {
        String time = unit.text().substring(unit.text().indexOf('/') + 1);
        if (!TIME_UNITS.containsKey(time)) {
            throw new NftException(unit.at(), "Wrong time format, expecting second, minute, hour, day or week");
        }
        return time;
    }

    private StatementSyntax.LimitStatement finish(Location start, boolean over, boolean bytes, long rate, long unit) {
        Optional<Long> burst = Optional.empty();
        if (tokens.accept("burst")) {
            long count = tokens.number();
            Token what = bytes ? tokens.expect("bytes", Token.STRING) : tokens.expect("packets");
            burst = Optional.of(bytes ? count * dataUnit(what) : count);
            if (count == 0 && !bytes) {
                throw new NftException(what.at(), "packet limit burst must be > 0");
            }
        }
        return new StatementSyntax.LimitStatement(start.to(tokens.last()), over, bytes, rate, unit, burst);
    }

    private boolean over() {
        if (tokens.at("over") || tokens.at("until")) {
            return tokens.next().is("over");
        }
        return false;
    }

    private long dataUnit(Token unit) {
        String name = unit.text();
        int slash = name.indexOf('/');
        Long factor = DATA_UNITS.get(slash < 0 ? name : name.substring(0, slash));
        if (factor == null) {
            throw new NftException(unit.at(), "Wrong unit format, expecting bytes, kbytes or mbytes");
        }
        return factor;
    }

    private StatementSyntax quota(Token word) {
        if (tokens.accept("name")) {
            return named(word);
        }
        return amount(word.at());
    }

    /** What follows {@code quota}. */
    StatementSyntax.QuotaStatement amount(Location start) {
        boolean over = over();
        long bytes = tokens.number() * dataUnit(tokens.expect("bytes", Token.STRING));
        long used = 0;
        if (tokens.accept("used")) {
            used = tokens.number() * dataUnit(tokens.expect("bytes", Token.STRING));
        }
        return new StatementSyntax.QuotaStatement(start.to(tokens.last()), over, bytes, used);
    }

    private StatementSyntax connectionLimit(Token word) {
        tokens.expect("count");
        boolean over = tokens.accept("over");
        long count = tokens.number();
        return new StatementSyntax.ConnectionLimit(word.at().to(tokens.last()), over, count);
    }
}
