package org.vethlab.program.nft;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens ahead of the parser, one of them looked at; and the variables that the text defines. */
final class TokenStream {
    private static final int EXPECTED_SHOWN = 4;

    private final Deque<Lexer> lexers = new ArrayDeque<>();
    private final Map<String, Syntax> variables;
    private Optional<Token> ahead = Optional.empty();
    private Location last;

    TokenStream(Source source, Map<String, Syntax> variables) {
        this.lexers.push(new Lexer(source));
        this.last = new Location(source, 0, 1, 1, 1);
        this.variables = new HashMap<>(variables);
    }

    Token peek() {
        if (ahead.isEmpty()) {
            ahead = Optional.of(read());
        }
        return ahead.get();
    }

    /** At the end of an included text, the one that includes it goes on. */
    private Token read() {
        Token token = lexer().next();
        while (token.is(Token.END) && lexers.size() > 1) {
            lexers.pop();
            token = lexer().next();
        }
        return token;
    }

    private Lexer lexer() {
        return lexers.getFirst();
    }

    /** Reads another text before going on with this one; to be called when no token is looked at. */
    void include(Source source) {
        lexers.push(new Lexer(source));
    }

    boolean at(String kind) {
        return peek().is(kind);
    }

    boolean atAny(List<String> kinds) {
        return kinds.contains(peek().kind());
    }

    Token next() {
        Token token = peek();
        ahead = Optional.empty();
        last = token.at();
        return token;
    }

    boolean accept(String kind) {
        if (!at(kind)) {
            return false;
        }
        next();
        return true;
    }

    Token expect(String... kinds) {
        for (String kind : kinds) {
            if (at(kind)) {
                return next();
            }
        }
        throw unexpected(kinds);
    }

    /** The scopes of keywords end where the parser says so. */
    void leave(Scope scope) {
        lexer().leave(scope);
    }

    /** Where the token taken last stands. */
    Location last() {
        return last;
    }

    /** bison names what it expected if that is one of at most four things. */
    NftException unexpected(String... expected) {
        StringBuilder text = new StringBuilder("syntax error, unexpected ").append(peek().kind());
        if (expected.length <= EXPECTED_SHOWN) {
            for (int i = 0; i < expected.length; i++) {
                text.append(i == 0 ? ", expecting " : " or ").append(expected[i]);
            }
        }
        return new NftException(peek().at(), text.toString());
    }

    /** After a mistake nothing counts until a line or a statement ends. @return whether it did */
    boolean skipToSeparator() {
        while (!at(Token.END)) {
            if (at(Token.NEWLINE) || at(Token.SEMICOLON)) {
                next();
                return true;
            }
            next();
        }
        return false;
    }

    boolean atSeparator() {
        return at(Token.NEWLINE) || at(Token.SEMICOLON);
    }

    void separator() {
        expect(Token.NEWLINE, Token.SEMICOLON);
    }

    Token identifier() {
        return expect(Token.STRING);
    }

    Token string() {
        return expect(Token.STRING, Token.QUOTED, Token.ASTERISK);
    }

    long number() {
        return value(expect(Token.NUMBER));
    }

    static long value(Token number) {
        String text = number.text();
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return Long.parseUnsignedLong(text.substring(2), 16);
        }
        boolean octal =
                text.length() > 1 && text.startsWith("0") && text.chars().allMatch(c -> c < '8');
        return Long.parseUnsignedLong(text, octal ? 8 : 10);
    }

    Map<String, Syntax> variables() {
        return variables;
    }

    /** {@code $name}. */
    Syntax variable() {
        Location start = expect("'$'").at();
        Token name = identifier();
        Syntax value = variables.get(name.text());
        if (value == null) {
            throw new NftException(name.at(), "unknown identifier '" + name.text() + "'");
        }
        assert start.first() <= name.at().first();
        return value;
    }
}
