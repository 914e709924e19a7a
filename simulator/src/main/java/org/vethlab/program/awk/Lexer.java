package org.vethlab.program.awk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts an awk program into tokens. */
final class Lexer {
    private static final Set<String> KEYWORDS = Set.of(
            "BEGIN",
            "END",
            "function",
            "func",
            "if",
            "else",
            "while",
            "for",
            "do",
            "break",
            "continue",
            "next",
            "nextfile",
            "exit",
            "return",
            "delete",
            "in",
            "getline",
            "print",
            "printf");
    private static final List<String> OPERATORS = List.of(
            "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "==", "<=", ">=", "!=", "!~", ">>", "{", "}",
            "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^", "!", "<", ">", "|", "?", ":", "~", "$", "=");
    private static final Set<String> ENDS_OPERAND = Set.of(")", "]", "$", "++", "--");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private Lexer(String text) {
        this.text = text;
    }

    /** @throws AwkException for a string or regular expression that never ends, or a character that means nothing */
    static List<Token> tokens(String program) {
        Lexer lexer = new Lexer(program);
        while (lexer.read()) {
            // on to the next token
        }
        lexer.line++; // mawk counts the end of the text as the end of a line
        lexer.add(Token.Type.END, "end of file");
        return lexer.tokens;
    }

    private void add(Token.Type type, String value) {
        tokens.add(new Token(type, value, line));
    }

    private boolean read() {
        skipBlanks();
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (c == '\n') {
            add(Token.Type.NEWLINE, "newline");
            line++;
            at++;
        } else if (c == '"') {
            add(Token.Type.STRING, string());
        } else if (Character.isDigit(c)
                || c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            number();
        } else if (Character.isLetter(c) || c == '_') {
            name();
        } else if (c == '/' && !afterOperand()) {
            add(Token.Type.REGEX, regex());
        } else {
            operator();
        }
        return true;
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("\\\n", at)) {
                at += 2;
                line++;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else {
                return;
            }
        }
    }

    /** A slash behind an operand divides; elsewhere it begins a regular expression. */
    private boolean afterOperand() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return switch (last.type()) {
            case NUMBER, STRING, NAME, REGEX -> true;
            case OPERATOR -> ENDS_OPERAND.contains(last.text());
            case FUNCTION, KEYWORD, NEWLINE, END -> false;
        };
    }

    private void number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        if (text.substring(at).matches("(?s)[eE][-+]?[0-9].*")) {
            at += 2;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
        }
        add(Token.Type.NUMBER, text.substring(start, at));
    }

    private void name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(start, at);
        boolean call = at < text.length() && text.charAt(at) == '(';
        if (KEYWORDS.contains(word)) {
            add(Token.Type.KEYWORD, word.equals("func") ? "function" : word);
        } else if (Function.named(word).isPresent()) {
            add(Token.Type.FUNCTION, word);
        } else {
            add(call ? Token.Type.FUNCTION : Token.Type.NAME, word);
        }
    }

    private void operator() {
        Optional<String> operator =
                OPERATORS.stream().filter(each -> text.startsWith(each, at)).findFirst();
        String word = operator.orElseThrow(
                () -> new AwkException("line " + line + ": syntax error at or near " + text.substring(at, at + 1)));
        at += word.length();
        add(Token.Type.OPERATOR, word);
    }

    private String string() {
        int start = ++at;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at = Escape.append(value, text, at + 1);
            } else {
                value.append(text.charAt(at++));
            }
        }
        if (at >= text.length() || text.charAt(at) == '\n') {
            throw new AwkException("line " + line + ": runaway string constant \"" + excerpt(start) + " ...");
        }
        at++;
        return value.toString();
    }

    private String excerpt(int start) {
        int end = text.indexOf('\n', start);
        return text.substring(start, Math.min(start + 10, end < 0 ? text.length() : end));
    }

    private String regex() {
        int start = ++at;
        StringBuilder value = new StringBuilder();
        boolean brackets = false;
        while (at < text.length() && (text.charAt(at) != '/' || brackets) && text.charAt(at) != '\n') {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                char escaped = text.charAt(at++);
                value.append(escaped == '/' ? "/" : "\\" + escaped);
                continue;
            }
            boolean opens = c == '[' && !brackets;
            value.append(c);
            if (opens && text.startsWith("^", at)) {
                value.append(text.charAt(at++));
            }
            if (opens && text.startsWith("]", at)) {
                value.append(text.charAt(at++));
            }
            brackets = opens || brackets && c != ']';
        }
        if (at >= text.length() || text.charAt(at) == '\n') {
            throw new AwkException("line " + line + ": runaway regular expression /" + excerpt(start) + " ...");
        }
        at++;
        return value.toString();
    }
}
