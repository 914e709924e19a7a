package org.vethlab.program.jq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;

/** What jq's words say. Options may stand behind the filter and the files, too. */
final class JqOptions {
    private static final int USAGE = 2;
    private static final int MOST_INDENT = 7;

    private final Context context;
    private final ObjectMapper mapper;
    private final ObjectNode named;
    private final ArrayNode positional;
    private final List<String> files = new ArrayList<>();
    private final StringBuilder letters = new StringBuilder();
    private Optional<String> filter = Optional.empty();
    private String indent = "  ";
    private boolean fromFile;
    private boolean restArePositional;
    private boolean restAreJson;
    private int next;

    JqOptions(Context context, ObjectMapper mapper) {
        this.context = context;
        this.mapper = mapper;
        this.named = mapper.createObjectNode();
        this.positional = mapper.createArrayNode();
    }

    JqOptions parse() {
        List<String> words = context.arguments();
        boolean onlyOperands = false;
        while (next < words.size()) {
            String word = words.get(next++);
            if (onlyOperands || !word.startsWith("-") || word.equals("-")) {
                operand(word);
            } else if (word.equals("--")) {
                onlyOperands = true;
            } else if (word.startsWith("--")) {
                longOption(word);
            } else {
                letters(word);
            }
        }
        if (fromFile && filter.isPresent()) {
            filter = Optional.of(read(filter.get()));
        }
        return this;
    }

    private void operand(String word) {
        if (filter.isEmpty()) {
            filter = Optional.of(word);
        } else if (restAreJson) {
            positional.add(json(word, "--jsonargs"));
        } else if (restArePositional) {
            positional.add(word);
        } else {
            files.add(word);
        }
    }

    private void letters(String word) {
        for (char letter : word.substring(1).toCharArray()) {
            if ("rcnseajRSMChV".indexOf(letter) < 0 && letter != 'f') {
                throw usage("Unknown arguments");
            }
            if (letter == 'f') {
                fromFile = true;
            } else {
                letters.append(letter);
            }
        }
    }

    private void longOption(String word) {
        switch (word) {
            case "--raw-output" -> letters.append('r');
            case "--compact-output" -> letters.append('c');
            case "--null-input" -> letters.append('n');
            case "--slurp" -> letters.append('s');
            case "--exit-status" -> letters.append('e');
            case "--ascii-output" -> letters.append('a');
            case "--join-output" -> letters.append('j');
            case "--sort-keys" -> letters.append('S');
            case "--raw-input" -> letters.append('R');
            case "--monochrome-output", "--color-output", "--unbuffered" -> {}
            case "--help" -> letters.append('h');
            case "--version" -> letters.append('V');
            case "--from-file" -> fromFile = true;
            case "--tab" -> indent = "\t";
            case "--indent" -> indent();
            case "--args" -> restArePositional = true;
            case "--jsonargs" -> restAreJson = true;
            case "--arg", "--argjson", "--slurpfile", "--rawfile" -> named(word);
            default -> throw usage("Unknown arguments");
        }
    }

    private void indent() {
        if (next == context.arguments().size()) {
            throw new CommandException(USAGE, "jq: --indent takes one parameter");
        }
        String text = context.arguments().get(next++);
        int width = text.matches("-?[0-9]{1,8}") ? Integer.parseInt(text) : 0;
        if (width < 0) {
            throw new CommandException(USAGE, "jq: Cannot indent less than zero characters");
        }
        if (width > MOST_INDENT) {
            throw new CommandException(USAGE, "jq: Cannot indent more than 7 characters");
        }
        indent = " ".repeat(width);
    }

    private void named(String option) {
        if (next + 1 >= context.arguments().size()) {
            throw usage(option + " takes two parameters (e.g. " + option + " varname "
                    + (option.endsWith("file") ? "filename" : option.equals("--arg") ? "value" : "text") + ")");
        }
        String name = context.arguments().get(next++);
        String value = context.arguments().get(next++);
        JsonNode node = switch (option) {
            case "--arg" -> TextNode.valueOf(value);
            case "--argjson" -> json(value, option);
            case "--rawfile" -> TextNode.valueOf(read(value));
            default -> slurped(value);
        };
        if (!named.has(name)) {
            named.set(name, node);
        }
    }

    private JsonNode json(String text, String option) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException e) {
            throw usage("Invalid JSON text passed to " + option);
        }
    }

    private ArrayNode slurped(String file) {
        ArrayNode all = mapper.createArrayNode();
        JsonInput input = new JsonInput(mapper, read(file));
        for (Optional<JsonNode> value = input.next(); value.isPresent(); value = input.next()) {
            all.add(value.get());
        }
        return all;
    }

    private String read(String file) {
        try {
            return new String(context.files().read(file), StandardCharsets.UTF_8);
        } catch (NetException e) {
            throw new CommandException(
                    USAGE,
                    "jq: error: Could not open " + file + ": " + e.errno().text());
        }
    }

    boolean has(char letter) {
        return letters.indexOf(Character.toString(letter)) >= 0;
    }

    Optional<String> filter() {
        return filter;
    }

    List<String> files() {
        return files;
    }

    ObjectNode named() {
        return named;
    }

    /** {@code $ARGS}. */
    ObjectNode arguments() {
        ObjectNode both = mapper.createObjectNode();
        both.set("positional", positional);
        both.set("named", named);
        return both;
    }

    JsonText print() {
        return new JsonText(has('c') ? "" : indent, has('S'), has('a'));
    }

    private static CommandException usage(String what) {
        return new CommandException(
                USAGE,
                "jq: error: " + what
                        + "\nUse jq --help for help with command-line options,\nor see the jq manpage, or online docs "
                        + " at https://stedolan.github.io/jq");
    }
}
