package org.vethlab.program.nft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a text of commands. A mistake ends what is being read; reading goes on behind the next separator. */
final class Parser {
    private static final int MAXIMUM_ERRORS = 10;

    private final TokenStream tokens;
    private final Function<String, Optional<String>> files;
    private final List<NftError> errors = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();
    private final CommandParser commandParser;

    /** @param files the text of an included file */
    Parser(Source source, Map<String, Syntax> variables, Function<String, Optional<String>> files) {
        this.tokens = new TokenStream(source, variables);
        this.files = files;
        this.commandParser = new CommandParser(tokens, this);
    }

    List<NftError> errors() {
        return errors;
    }

    /** The commands; meaningless if there are errors. */
    List<Command> parse() {
        while (!tokens.at(Token.END)) {
            if (!recovering(this::line)) {
                break;
            }
        }
        return commands;
    }

    private void line() {
        if (tokens.atSeparator()) {
            tokens.next();
            return;
        }
        if (common()) {
            return;
        }
        Command command = commandParser.parse();
        if (!tokens.at(Token.END)) {
            tokens.expect(Token.END, Token.NEWLINE, Token.SEMICOLON);
        }
        commands.add(command.until(tokens.last()));
    }

    /** Reads a part of a block; a mistake in it is kept. @return whether there is more to read */
    boolean recovering(Runnable part) {
        try {
            part.run();
            return true;
        } catch (NftException e) {
            errors.add(e.error());
            return errors.size() < MAXIMUM_ERRORS && tokens.skipToSeparator();
        }
    }

    /** What may stand in every block: definitions, included files. @return whether one stood here */
    boolean common() {
        String kind = tokens.peek().kind();
        switch (kind) {
            case "include" -> include();
            case "define", "redefine" -> define(kind.equals("define"));
            case "undefine" -> undefine();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void include() {
        Token word = tokens.next();
        Token name = tokens.expect(Token.QUOTED);
        Location at = word.at().to(name.at());
        String path = name.text().startsWith("/") || name.text().startsWith("./") ? name.text() : "/etc/" + name.text();
        Optional<String> text = files.apply(path);
        tokens.separator();
        if (text.isEmpty()) {
            throw new NftException(at.to(tokens.last()), "File not found: " + name.text());
        }
        tokens.include(Source.ofFile(path, text.get()));
    }

    private void define(boolean once) {
        tokens.next();
        Token name = tokens.identifier();
        tokens.expect("'='");
        Syntax value = commandParser.initializer();
        tokens.separator();
        if (once && tokens.variables().containsKey(name.text())) {
            throw new NftException(name.at(), "redefinition of symbol '" + name.text() + "'");
        }
        tokens.variables().put(name.text(), value);
    }

    private void undefine() {
        tokens.next();
        Token name = tokens.identifier();
        tokens.separator();
        if (tokens.variables().remove(name.text()) == null) {
            throw new NftException(name.at(), "undefined symbol '" + name.text() + "'");
        }
    }

    /** The things in braces that a block is made of. @return where the last of them ends */
    Location block(Runnable part) {
        tokens.expect("'{'");
        while (!tokens.at("'}'")) {
            if (!recovering(() -> inBlock(part))) {
                throw new NftStop();
            }
        }
        Location end = tokens.last();
        tokens.next();
        return end;
    }

    private void inBlock(Runnable part) {
        if (tokens.atSeparator()) {
            tokens.next();
        } else if (!common()) {
            part.run();
        }
    }
}
