package org.vethlab.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses simple commands, redirections, and the short form of function definitions. */
final class SimpleParser {
    /** Builtins whose arguments may be assignments, even of whole arrays. */
    private static final Set<String> DECLARATIONS = Set.of("declare", "typeset", "local", "readonly", "export");

    private final Parser parser;
    private final Lexer lexer;
    private final ParserOptions options;
    private final List<OpenAlias> expanding = new ArrayList<>();

    /** @param end where the alias's text ends, in characters read */
    private record OpenAlias(String name, long end) {}

    SimpleParser(Parser parser, Lexer lexer, ParserOptions options) {
        this.parser = parser;
        this.lexer = lexer;
        this.options = options;
    }

    /** Puts an alias's value in the place of the word that comes next; an alias is not expanded inside itself. */
    void expandAliases() {
        while (lexer.peek().is(TokenType.WORD)) {
            String name = lexer.peek().text();
            Optional<String> value = isExpanding(name) ? Optional.empty() : options.alias(name);
            if (value.isEmpty()) {
                return;
            }
            lexer.next();
            open(name, value.get());
        }
    }

    private boolean isExpanding(String name) {
        long word = lexer.source().consumed();
        expanding.removeIf(alias -> word > alias.end());
        return expanding.stream().anyMatch(alias -> alias.name().equals(name));
    }

    private void open(String name, String value) {
        expanding.replaceAll(outer -> new OpenAlias(outer.name(), outer.end() + value.length()));
        expanding.add(new OpenAlias(name, lexer.source().consumed() + value.length()));
        lexer.source().push(value);
    }

    Command parse() {
        int line = lexer.peek().line();
        List<Assignment> assignments = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        for (Token token = lexer.peek(); !endsCommand(token); token = lexer.peek()) {
            if (token.is(TokenType.ASSIGNMENT) && words.isEmpty()) {
                assignments.add(lexer.next().assignment().orElseThrow());
            } else if (token.is(TokenType.WORD) || token.is(TokenType.ASSIGNMENT)) {
                word(words);
                if (words.size() == 1
                        && assignments.isEmpty()
                        && redirections.isEmpty()
                        && lexer.peek().is(TokenType.OPEN)) {
                    return function(token);
                }
            } else {
                redirections.add(redirection());
            }
        }
        lexer.acceptAssignments(true);
        if (assignments.isEmpty() && words.isEmpty() && redirections.isEmpty()) {
            throw parser.unexpected(lexer.next());
        }
        return new Command.Simple(line, List.copyOf(assignments), List.copyOf(words), List.copyOf(redirections));
    }

    private void word(List<Word> words) {
        Token token = lexer.next();
        if (words.isEmpty()) {
            lexer.acceptAssignments(DECLARATIONS.contains(token.text()));
        }
        words.add(token.word());
    }

    private static boolean endsCommand(Token token) {
        return switch (token.type()) {
            case WORD, ASSIGNMENT, DESCRIPTOR -> false;
            default -> !token.type().isRedirection();
        };
    }

    private Command function(Token name) {
        lexer.acceptAssignments(true);
        lexer.next();
        if (!lexer.peek().is(TokenType.CLOSE)) {
            throw parser.unexpected(lexer.next(), TokenType.CLOSE.text());
        }
        lexer.next();
        return new Command.FunctionDefinition(name.line(), name.text(), parser.functionBody());
    }

    List<Redirection> redirections() {
        List<Redirection> redirections = new ArrayList<>();
        for (Token token = lexer.peek();
                token.is(TokenType.DESCRIPTOR) || token.type().isRedirection();
                token = lexer.peek()) {
            redirections.add(redirection());
        }
        return List.copyOf(redirections);
    }

    private Redirection redirection() {
        Optional<Integer> descriptor = Optional.empty();
        Optional<String> variable = Optional.empty();
        if (lexer.peek().is(TokenType.DESCRIPTOR)) {
            String text = lexer.next().text();
            if (PartReader.isDigit(text.charAt(0))) {
                descriptor = Optional.of(Integer.parseInt(text));
            } else {
                variable = Optional.of(text);
            }
        }
        Token operator = lexer.next();
        Redirection.Kind kind = kind(operator.type());
        Token target = lexer.next();
        if (!target.is(TokenType.WORD) && !target.is(TokenType.ASSIGNMENT)) {
            throw parser.unexpected(target);
        }
        if (!kind.isHereDocument()) {
            return new Redirection(descriptor, variable, kind, target.word(), HereDocument.NONE);
        }
        HereDocument document = new HereDocument();
        lexer.expect(document, target.word(), kind == Redirection.Kind.HERE_DOCUMENT_TABS, operator.line());
        return new Redirection(descriptor, variable, kind, target.word(), document);
    }

    private static Redirection.Kind kind(TokenType operator) {
        for (Redirection.Kind kind : Redirection.Kind.values()) {
            if (kind.operator().equals(operator.text())) {
                return kind;
            }
        }
        throw new IllegalArgumentException(operator.text());
    }
}
