package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads expressions. There are three grammars of them: left of a comparison (what can be asked of a packet), right of it
 * (values), and in statements (both).
 */
final class ExpressionParser {
    private static final List<String> KEYWORD_VALUES =
            List.of("ether", "ip", "ip6", "vlan", "arp", "dnat", "snat", "ecn", "reset", "original", "reply", "label");
    private static final List<String> PROTOCOL_VALUES =
            List.of("tcp", "udp", "udplite", "esp", "ah", "icmp", "igmp", "icmpv6", "comp", "dccp", "sctp", "redirect");
    private static final List<String> VALUE_STARTS =
            List.of(Token.STRING, Token.QUOTED, Token.ASTERISK, Token.NUMBER, "'$'", "exists", "missing", "'('");
    private static final List<String> NOT_IN_STATEMENTS =
            List.of("fib", "exthdr", "hbh", "frag", "dst", "mh", "rt0", "rt2", "srh", "ipsec");
    private static final List<List<String>> PRECEDENCE =
            List.of(List.of("'|'"), List.of("^"), List.of("&"), List.of("<<", ">>"));

    /** Which of the three grammars. */
    enum Side {
        LEFT,
        RIGHT,
        STATEMENT
    }

    private final TokenStream tokens;
    private final FieldParser fields;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.fields = new FieldParser(tokens);
    }

    FieldParser fields() {
        return fields;
    }

    /** Whether a word, a number or a parenthesis stands here, as they may on both sides. */
    boolean simpleStarts() {
        return VALUE_STARTS.contains(tokens.peek().kind()) && !isExistence(tokens.peek());
    }

    private static boolean isExistence(Token token) {
        return token.is("exists") || token.is("missing");
    }

    /** Whether a value may start here. */
    boolean valueStarts() {
        String kind = tokens.peek().kind();
        return VALUE_STARTS.contains(kind)
                || KEYWORD_VALUES.contains(kind)
                || PROTOCOL_VALUES.contains(kind)
                || kind.equals("'{'")
                || kind.equals("@");
    }

    Syntax primary(Side side) {
        Token token = tokens.peek();
        if (VALUE_STARTS.contains(token.kind()) && !(side == Side.LEFT && isExistence(token))) {
            return simpleValue(side);
        }
        if (side != Side.RIGHT && token.is("jhash")) {
            return jhash(tokens.next());
        }
        if (side == Side.RIGHT && isWordValue(token.kind())
                || side == Side.STATEMENT && KEYWORD_VALUES.contains(token.kind()) && !isFieldOf(token)) {
            tokens.next();
            tokens.leave(Scope.openedBy(token.text()));
            return new Syntax.Symbol(token.at(), token.text());
        }
        boolean mayStand = side == Side.LEFT || side == Side.STATEMENT && !NOT_IN_STATEMENTS.contains(token.kind());
        if (mayStand && fields.starts()) {
            return fields.parse(side == Side.LEFT);
        }
        throw tokens.unexpected("a", "b", "c", "d", "e");
    }

    private static boolean isWordValue(String kind) {
        return KEYWORD_VALUES.contains(kind) || PROTOCOL_VALUES.contains(kind);
    }

    private static boolean isFieldOf(Token token) {
        return List.of("ether", "ip", "ip6", "vlan", "arp").contains(token.kind());
    }

    private Syntax simpleValue(Side side) {
        if (tokens.at("'$'")) {
            return tokens.variable();
        }
        Token token = tokens.next();
        return switch (token.kind()) {
            case Token.NUMBER -> new Syntax.Number(token.at(), TokenStream.value(token));
            case "exists", "missing" -> new Syntax.Existence(token.at(), token.is("exists"));
            case "'('" -> {
                Syntax inner = binary(side, 0);
                tokens.expect("')'");
                yield inner;
            }
            default -> new Syntax.Symbol(token.at(), token.text());
        };
    }

    private Syntax jhash(Token jhash) {
        Syntax key = concatenation(Side.LEFT);
        tokens.expect("mod");
        long modulus = tokens.number();
        Optional<Long> seed = tokens.accept("seed") ? Optional.of(tokens.number()) : Optional.empty();
        long offset = tokens.accept("offset") ? tokens.number() : 0;
        tokens.leave(Scope.HASH);
        return new Syntax.Hash(jhash.at().to(tokens.last()), Optional.of(key), modulus, seed, offset);
    }

    /** Shifts bind tightest, then and, exclusive or, or. */
    Syntax binary(Side side, int level) {
        if (level == PRECEDENCE.size()) {
            return primary(side);
        }
        Syntax left = binary(side, level + 1);
        while (tokens.atAny(PRECEDENCE.get(level))) {
            String operator = tokens.next().text();
            Side rightSide = side == Side.LEFT ? Side.RIGHT : side;
            Syntax right = binary(rightSide, level + 1);
            left = new Syntax.Binary(left.at().to(right.at()), signOf(operator), left, right);
        }
        return left;
    }

    private static String signOf(String typed) {
        return switch (typed) {
            case "and" -> "&";
            case "or" -> "|";
            case "xor" -> "^";
            case "lshift" -> "<<";
            case "rshift" -> ">>";
            default -> typed;
        };
    }

    /** Parts joined by dots; on the right they may be prefixes and ranges. */
    Syntax concatenation(Side side) {
        Syntax first = part(side);
        if (!tokens.at(".")) {
            return first;
        }
        List<Syntax> parts = new ArrayList<>(List.of(first));
        while (tokens.accept(".")) {
            parts.add(part(side));
        }
        return new Syntax.Concatenation(
                first.at().to(parts.get(parts.size() - 1).at()), parts);
    }

    private Syntax part(Side side) {
        Syntax value = binary(side, 0);
        return side == Side.RIGHT ? multiple(value, side) : value;
    }

    /** {@code value/length} or {@code from-until}. */
    private Syntax multiple(Syntax value, Side side) {
        if (tokens.at("/")) {
            tokens.next();
            if (side == Side.RIGHT && !tokens.at(Token.NUMBER)) {
                Syntax mask = flags(binary(side, 0), side);
                return new Syntax.Masked(value.at().to(mask.at()), value, mask);
            }
            long length = tokens.number();
            return new Syntax.Prefix(value.at().to(tokens.last()), value, length);
        }
        if (tokens.accept("-")) {
            Syntax until = binary(side, 0);
            return new Syntax.Range(value.at().to(until.at()), value, until);
        }
        return value;
    }

    private Syntax flags(Syntax first, Side side) {
        if (!tokens.at("comma")) {
            return first;
        }
        List<Syntax> parts = new ArrayList<>(List.of(first));
        while (tokens.accept("comma")) {
            parts.add(binary(side, 0));
        }
        return new Syntax.FlagList(first.at().to(parts.get(parts.size() - 1).at()), parts);
    }

    /** The right side of a comparison. */
    Syntax right() {
        if (tokens.at("'{'")) {
            return elements();
        }
        if (tokens.at("@")) {
            return setReference();
        }
        Syntax value = concatenation(Side.RIGHT);
        Syntax list = flags(value, Side.RIGHT);
        if (list instanceof Syntax.FlagList && tokens.accept("/")) {
            Syntax mask = flags(binary(Side.RIGHT, 0), Side.RIGHT);
            return new Syntax.Masked(list.at().to(mask.at()), list, mask);
        }
        return list;
    }

    /** A value in a statement: {@code snat to …}, {@code meta mark set …}. */
    Syntax statementValue() {
        return statementValue(concatenation(Side.STATEMENT));
    }

    /** The same, of which the first field has been read already. */
    Syntax statementValue(Syntax value) {
        if (tokens.at(".")) {
            List<Syntax> parts = new ArrayList<>(List.of(value));
            while (tokens.accept(".")) {
                parts.add(part(Side.STATEMENT));
            }
            Location at = value.at().to(parts.get(parts.size() - 1).at());
            return statementValue(new Syntax.Concatenation(at, parts));
        }
        if (tokens.accept("map")) {
            Syntax set = tokens.at("'{'") ? elements() : setOrVariable();
            return new Syntax.Mapping(value.at().to(set.at()), value, set);
        }
        Syntax many = multiple(value, Side.STATEMENT);
        return many instanceof Syntax.Symbol ? flags(many, Side.STATEMENT) : many;
    }

    Syntax.SetReference setReference() {
        Token sign = tokens.expect("@");
        Token name = tokens.identifier();
        tokens.leave(Scope.AT);
        return new Syntax.SetReference(sign.at().to(name.at()), name.text());
    }

    Syntax setOrVariable() {
        return tokens.at("'$'") ? tokens.variable() : setReference();
    }

    Syntax.Elements elements() {
        return new ElementParser(tokens, this).elements();
    }

    /** @throws NftException if none stands here */
    Syntax.VerdictWord verdict() {
        Token word = tokens.next();
        if (!word.is("jump") && !word.is("goto")) {
            return new Syntax.VerdictWord(word.at(), word.kind(), Optional.empty());
        }
        Syntax chain = tokens.at("'$'") ? tokens.variable() : chainName();
        Location at = word.at().to(tokens.last());
        if (chain instanceof Syntax.Symbol symbol) {
            return new Syntax.VerdictWord(at, word.kind(), Optional.of(symbol));
        }
        throw new NftException(chain.at(), "invalid verdict chain expression value");
    }

    private Syntax chainName() {
        if (!tokens.at(Token.STRING)) {
            throw tokens.unexpected("'{'");
        }
        Token name = tokens.next();
        return new Syntax.Symbol(name.at(), name.text());
    }

    boolean atVerdict() {
        return tokens.atAny(List.of("accept", "drop", "continue", "jump", "goto", "return"));
    }
}
