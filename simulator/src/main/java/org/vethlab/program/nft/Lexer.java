package org.vethlab.program.nft;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a source into tokens, one when asked for: which words are keywords depends on the scope that the parser is in. The
 * longest match wins, and of equal ones a keyword, an address, a time, a number, a class, a string, in this order.
 */
final class Lexer {
    private static final Pattern STRING = Pattern.compile("[a-zA-Z_.][a-zA-Z0-9/\\-_.]*");
    private static final Pattern ASTERISK =
            Pattern.compile("[a-zA-Z_.][a-zA-Z0-9/\\-_.]*\\\\\\*[a-zA-Z_.][a-zA-Z0-9/\\-_.]*"
                    + "|[a-zA-Z_.][a-zA-Z0-9/\\-_.]*\\\\?\\*|\\\\\\*");
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9a-fA-F]+|[0-9]+");
    private static final Pattern TIME = Pattern.compile("([0-9]+d)?([0-9]+h)?([0-9]+m(?!s))?([0-9]+s)?([0-9]+ms)?");
    private static final Pattern MAC = Pattern.compile("([0-9a-fA-F]{1,2}:){5}[0-9a-fA-F]{1,2}");
    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern CLASS = Pattern.compile("[0-9a-fA-F]{1,4}:[0-9a-fA-F]{1,4}(?=[ \\t\\n:\\-},])");
    private static final Pattern IPV6_CHARACTERS = Pattern.compile("[0-9a-fA-F:]+(([0-9]{1,3}\\.){3}[0-9]{1,3})?");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final String DOUBLE_SIGNS = "== != <= >= << >>";
    private static final String SIGNS = "<>,.:;{}[]()^&|!/-*@$=+";

    private final Source source;
    private final String text;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private int position;
    private int lineStart;
    private int line = 1;

    Lexer(Source source) {
        this.source = source;
        this.text = source.text();
    }

    /** Leaves the innermost scope, if it is this one. */
    void leave(Scope scope) {
        if (scopes.peek() == scope) {
            scopes.pop();
        }
    }

    Token next() {
        skipBlanks();
        if (position >= text.length()) {
            Location end = new Location(source, shownLine(), line, column(), column());
            return new Token(Token.END, "", end);
        }
        char c = text.charAt(position);
        if (c == '\n') {
            Token newline = token(Token.NEWLINE, 1, "\n");
            startLine();
            return newline;
        }
        return word(c);
    }

    private void startLine() {
        lineStart = position;
        line++;
    }

    /** At the end of the text, messages show the line before. */
    private int shownLine() {
        boolean atStart = position == lineStart && lineStart > 0;
        return atStart ? text.lastIndexOf('\n', lineStart - 2) + 1 : lineStart;
    }

    private int column() {
        return position - lineStart + 1;
    }

    /** Blanks, comments, and lines joined by a backslash. A line that is all comment leaves no newline behind. */
    private void skipBlanks() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == ' ' || c == '\t') {
                position++;
            } else if (c == '\\' && text.startsWith("\n", position + 1)) {
                position += 2;
                startLine();
            } else if (c == '#') {
                skipComment();
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        boolean wholeLine = text.substring(lineStart, position).isBlank();
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
        if (wholeLine && end >= 0) {
            position++;
            startLine();
        }
    }

    private Token word(char first) {
        int length = addressLength();
        String kind = length > 0 ? Token.STRING : "";
        int time = matchLength(TIME);
        if (time > length) {
            length = time;
            kind = Token.STRING;
        }
        int number = matchLength(NUMBER);
        if (number > length) {
            length = number;
            kind = Token.NUMBER;
        }
        int classId = matchLength(CLASS);
        if (classId > 0 && classId + 1 > length) {
            length = classId;
            kind = Token.STRING;
        }
        int asterisk = matchLength(ASTERISK);
        if (asterisk > length) {
            length = asterisk;
            kind = Token.ASTERISK;
        }
        int string = matchLength(STRING);
        if (string > length) {
            length = string;
            kind = Token.STRING;
        }
        if (first == '"' && matchLength(QUOTED) > 0) {
            return quoted();
        }
        return length > 0 && !(length == 1 && first == '.') ? classified(kind, length) : sign();
    }

    private Token classified(String kind, int length) {
        String word = text.substring(position, position + length);
        String keyword = keyword(word);
        if (keyword.isEmpty() || kind.equals(Token.ASTERISK)) {
            return token(kind, length, word);
        }
        Token token = token(keyword, length, word);
        open(word);
        return token;
    }

    private String keyword(String word) {
        Scope inner = scopes.peek();
        String kind = inner == null ? "" : inner.kind(word);
        return kind.isEmpty() ? Scope.EVERYWHERE.kind(word) : kind;
    }

    private void open(String word) {
        Scope opened = Scope.openedBy(word);
        if (opened != Scope.EVERYWHERE) {
            scopes.push(opened);
        }
    }

    private Token quoted() {
        int length = matchLength(QUOTED);
        return token(Token.QUOTED, length, text.substring(position + 1, position + length - 1));
    }

    private Token sign() {
        if (position + 2 <= text.length()) {
            String two = text.substring(position, position + 2);
            if (DOUBLE_SIGNS.contains(two) && !two.contains(" ")) {
                return token(two, 2, two);
            }
        }
        String one = text.substring(position, position + 1);
        Token token = token(signKind(one), 1, one);
        if (one.equals("@")) {
            scopes.push(Scope.AT);
        }
        return token;
    }

    private static String signKind(String sign) {
        return switch (sign) {
            case "," -> "comma";
            case ":" -> "colon";
            case ";" -> Token.SEMICOLON;
            case "{", "}", "[", "]", "(", ")", "|", "$", "=" -> "'" + sign + "'";
            default -> SIGNS.contains(sign) ? sign : "junk";
        };
    }

    /** An IPv6 address in brackets is one too. */
    private int addressLength() {
        if (text.charAt(position) == '[') {
            return bracketedLength();
        }
        int length = Math.max(matchLength(MAC), matchLength(IPV4));
        return Math.max(length, ipv6Length(position));
    }

    private int bracketedLength() {
        int inner = ipv6Length(position + 1);
        return inner > 0 && text.startsWith("]", position + 1 + inner) ? inner + 2 : 0;
    }

    private int ipv6Length(int from) {
        Matcher matcher = IPV6_CHARACTERS.matcher(text).region(from, text.length());
        if (!matcher.lookingAt()) {
            return 0;
        }
        for (int end = matcher.end(); end > from + 1; end--) {
            if (Ipv6Text.isAddress(text.substring(from, end))) {
                return end - from;
            }
        }
        return 0;
    }

    private int matchLength(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() - position : 0;
    }

    private Token token(String kind, int length, String word) {
        Location at = new Location(source, lineStart, line, column(), column() + length - 1);
        position += length;
        String bare = word.startsWith("[") && word.length() > 1 ? word.substring(1, word.length() - 1) : word;
        return new Token(kind, bare, at);
    }
}
