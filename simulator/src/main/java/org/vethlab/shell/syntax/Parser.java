package org.vethlab.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a script one input unit at a time, as bash runs it: an error further down does not keep the lines above it
 * from running.
 */
public final class Parser {
    private static final Set<String> LIST_ENDS = Set.of("then", "fi", "elif", "else", "do", "done", "esac", "}");

    private final Lexer lexer;
    private final ParserOptions options;
    private final CompoundParser compounds;
    private final SimpleParser simples;
    private final boolean nested;

    public Parser(LineSupplier lines, ParserOptions options, int firstLine) {
        this(new Source(lines, firstLine), options, false);
    }

    /** For commands inside a word. */
    Parser(Source source, ParserOptions options) {
        this(source, options, true);
    }

    private Parser(Source source, ParserOptions options, boolean nested) {
        this.lexer = new Lexer(source, options);
        this.options = options;
        this.nested = nested;
        this.compounds = new CompoundParser(this, lexer);
        this.simples = new SimpleParser(this, lexer, options);
    }

    /** Parses all of a text that is known to be whole. */
    public static Command parse(String script, ParserOptions options) {
        Parser parser = new Parser(LineSupplier.of(script), options, 1);
        List<Command> units = new ArrayList<>();
        for (Optional<Command> unit = parser.next(); unit.isPresent(); unit = parser.next()) {
            units.add(unit.get());
        }
        return new Command.Sequence(units);
    }

    /**
     * The next commands up to the end of a line; empty at the end of the script.
     *
     * @throws SyntaxException if there is no parsing them; the parser is of no use afterwards
     */
    public Optional<Command> next() {
        while (lexer.peek().is(TokenType.NEWLINE)) {
            lexer.next();
        }
        if (lexer.peek().is(TokenType.END)) {
            return Optional.empty();
        }
        Command unit = unit();
        Token end = lexer.next();
        if (!end.is(TokenType.NEWLINE) && !end.is(TokenType.END)) {
            throw unexpected(end);
        }
        lexer.source().forget();
        return Optional.of(unit);
    }

    /** After an error from which there is recovery: leaves the rest of the line behind. */
    public void skipLine() {
        lexer.skipLine();
    }

    /** The number of the last line that was read. */
    public int line() {
        return lexer.source().line() - 1;
    }

    /** Commands up to the parenthesis that ends a substitution; takes the parenthesis. */
    Command substitution() {
        Command body = list(Set.of());
        lexer.acceptAssignments(true);
        Token end = lexer.next();
        if (end.is(TokenType.CLOSE)) {
            return body;
        }
        throw unexpected(end);
    }

    /** One or more lines of commands, up to a word that closes the construct around them. */
    Command compoundList() {
        Command body = list(LIST_ENDS);
        if (body instanceof Command.Sequence sequence && sequence.commands().isEmpty()) {
            throw unexpected(lexer.next());
        }
        return body;
    }

    /** Lines of commands, perhaps none. */
    Command list(Set<String> ends) {
        List<Command> commands = new ArrayList<>();
        skipNewlines();
        while (!endsList(lexer.peek(), ends)) {
            Command command = andOr();
            boolean background = lexer.peek().is(TokenType.BACKGROUND);
            commands.add(background ? new Command.Background(command) : command);
            if (!background
                    && !lexer.peek().is(TokenType.SEMICOLON)
                    && !lexer.peek().is(TokenType.NEWLINE)) {
                break;
            }
            lexer.next();
            skipNewlines();
        }
        return commands.size() == 1 ? commands.get(0) : new Command.Sequence(List.copyOf(commands));
    }

    void skipNewlines() {
        while (lexer.peek().is(TokenType.NEWLINE)) {
            lexer.next();
        }
    }

    SyntaxException unexpected(Token token) {
        return unexpected(token, "");
    }

    /** @param wanted the one token that might stand there; empty if there are several */
    SyntaxException unexpected(Token token, String wanted) {
        if (!options.knowsBash()) {
            return DashSyntax.unexpected(token, nested && token.is(TokenType.END) ? ")" : wanted);
        }
        if (token.is(TokenType.END)) {
            String message =
                    nested ? "unexpected EOF while looking for matching `)'" : "syntax error: unexpected end of file";
            return new SyntaxException(token.line(), message, Optional.empty());
        }
        String message = "syntax error near unexpected token `" + token.text() + "'";
        return new SyntaxException(
                token.line(), message, Optional.of(lexer.source().currentLine()));
    }

    private Command unit() {
        List<Command> commands = new ArrayList<>();
        do {
            Command command = andOr();
            boolean background = lexer.peek().is(TokenType.BACKGROUND);
            commands.add(background ? new Command.Background(command) : command);
            if (!background && !lexer.peek().is(TokenType.SEMICOLON)) {
                break;
            }
            lexer.next();
        } while (!lexer.peek().is(TokenType.NEWLINE) && !lexer.peek().is(TokenType.END));
        return commands.size() == 1 ? commands.get(0) : new Command.Sequence(List.copyOf(commands));
    }

    private static boolean endsList(Token token, Set<String> ends) {
        return switch (token.type()) {
            case END, CLOSE, BREAK, NEXT_BODY, NEXT_MATCH -> true;
            case WORD -> ends.contains(token.text());
            default -> false;
        };
    }

    private Command andOr() {
        Command left = pipeline();
        while (lexer.peek().is(TokenType.AND_IF) || lexer.peek().is(TokenType.OR_IF)) {
            boolean and = lexer.next().is(TokenType.AND_IF);
            skipNewlines();
            left = new Command.AndOr(left, and ? Command.Connector.AND : Command.Connector.OR, pipeline());
        }
        return left;
    }

    private Command pipeline() {
        boolean negated = false;
        boolean prefixed = false;
        Command.Timing timing = Command.Timing.NONE;
        while (true) {
            if (lexer.peek().is("!")) {
                negated = !negated;
            } else if (lexer.peek().is("time")) {
                timing = Command.Timing.BASH;
            } else if (lexer.peek().is("-p") && timing == Command.Timing.BASH) {
                timing = Command.Timing.POSIX;
            } else {
                break;
            }
            prefixed = true;
            lexer.next();
        }
        List<Command> stages = prefixed && endsPipeline(lexer.peek()) ? List.of() : stages();
        return prefixed || stages.size() > 1 ? new Command.Pipeline(stages, negated, timing) : stages.get(0);
    }

    private static boolean endsPipeline(Token token) {
        return token.is(TokenType.NEWLINE) || token.is(TokenType.SEMICOLON) || token.is(TokenType.END);
    }

    private List<Command> stages() {
        List<Command> stages = new ArrayList<>();
        stages.add(command());
        while (lexer.peek().is(TokenType.PIPE) || lexer.peek().is(TokenType.PIPE_BOTH)) {
            if (lexer.next().is(TokenType.PIPE_BOTH)) {
                int last = stages.size() - 1;
                stages.set(last, withErrors(stages.get(last)));
            }
            skipNewlines();
            stages.add(command());
        }
        return List.copyOf(stages);
    }

    /** {@code |&} is {@code 2>&1 |}, the redirection coming after the command's own. */
    private static Command withErrors(Command stage) {
        Redirection both = new Redirection(
                Optional.of(2),
                Optional.empty(),
                Redirection.Kind.DUPLICATE_OUTPUT,
                new Word("1", List.of(new Part.Literal("1"))),
                HereDocument.NONE);
        if (stage instanceof Command.Simple simple) {
            List<Redirection> all = new ArrayList<>(simple.redirections());
            all.add(both);
            return new Command.Simple(simple.line(), simple.assignments(), simple.words(), List.copyOf(all));
        }
        return new Command.Redirected(stage, List.of(both));
    }

    private Command command() {
        simples.expandAliases();
        Optional<Command> compound = compounds.parse(lexer.peek());
        if (compound.isEmpty()) {
            return simples.parse();
        }
        List<Redirection> redirections = simples.redirections();
        return redirections.isEmpty() ? compound.get() : new Command.Redirected(compound.get(), redirections);
    }

    /** The body of a function: any compound command, with its redirections. */
    Command functionBody() {
        skipNewlines();
        Token token = lexer.peek();
        Command body = compounds.parse(token).orElseThrow(() -> unexpected(lexer.next()));
        List<Redirection> redirections = simples.redirections();
        return redirections.isEmpty() ? body : new Command.Redirected(body, redirections);
    }

    ParserOptions options() {
        return options;
    }
}
