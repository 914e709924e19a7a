package org.vethlab.program.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.program.CommandException;

/** Reads the scripts of sed, one after the other, and says what is wrong with them as GNU's does. */
final class SedParser {
    private final boolean extended;
    private final List<SedCommand> commands = new ArrayList<>();
    private final ArrayDeque<Integer> blocks = new ArrayDeque<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private SedSource source = new SedSource("", "");

    SedParser(boolean extended) {
        this.extended = extended;
    }

    /** @param name {@code -e expression #1} or {@code file F}, with which complaints begin */
    void add(String name, String script) {
        source = new SedSource(name, script);
        while (source.skipToCommand()) {
            command();
        }
    }

    /** The whole script, its jumps resolved. */
    List<SedCommand> finish() {
        if (!blocks.isEmpty()) {
            throw source.complaintAt(0, "unmatched `{'");
        }
        for (int i = 0; i < commands.size(); i++) {
            SedCommand command = commands.get(i);
            if ("btT".indexOf(command.letter()) >= 0) {
                commands.set(i, command.jumpingTo(target(command.text())));
            }
        }
        return List.copyOf(commands);
    }

    private int target(String label) {
        if (label.isEmpty()) {
            return commands.size();
        }
        Integer index = labels.get(label);
        if (index == null) {
            throw new CommandException(4, "sed: can't find label for jump to `" + label + "'");
        }
        return index;
    }

    private void command() {
        SedSelection selection = selection();
        if (source.atEnd()) {
            throw source.complaint("missing command");
        }
        char letter = source.next();
        switch (letter) {
            case '{' -> {
                blocks.push(commands.size());
                add(selection, letter, "", -1);
            }
            case '}' -> closeBlock(selection);
            case ':' -> label(selection);
            case 'a', 'i', 'c' -> add(selection, letter, source.text(letter), -1);
            case 'b', 't', 'T' -> add(selection, letter, source.label(), -1);
            case 'r', 'R', 'w', 'W' -> add(selection, letter, source.fileName(), -1);
            case 'q', 'Q', 'l', 'L' -> {
                add(selection, letter, "", source.number().orElse(-1));
                source.endOfCommand();
            }
            case 's' -> {
                SedSubstitution substitution = new SedSubstitutionParser(source, extended).parse();
                commands.add(new SedCommand(selection, letter, "", -1, Optional.of(substitution), -1));
            }
            case 'y' -> transliteration(selection);
            case '=', 'd', 'D', 'F', 'g', 'G', 'h', 'H', 'n', 'N', 'p', 'P', 'x', 'z' -> {
                add(selection, letter, "", -1);
                source.endOfCommand();
            }
            default -> throw source.complaint("unknown command: `" + letter + "'");
        }
    }

    private void add(SedSelection selection, char letter, String text, int number) {
        commands.add(new SedCommand(selection, letter, text, number, Optional.empty(), -1));
    }

    private void closeBlock(SedSelection selection) {
        if (blocks.isEmpty()) {
            throw source.complaint("unexpected `}'");
        }
        if (selection != SedSelection.ALL) {
            throw source.complaint("} doesn't want any addresses");
        }
        int start = blocks.pop();
        commands.set(start, commands.get(start).jumpingTo(commands.size()));
        source.endOfCommand();
    }

    private void label(SedSelection selection) {
        if (selection != SedSelection.ALL) {
            throw source.complaint(": doesn't want any addresses");
        }
        String label = source.label();
        if (label.isEmpty()) {
            throw source.complaint("\":\" lacks a label");
        }
        labels.put(label, commands.size());
    }

    private void transliteration(SedSelection selection) {
        char delimiter = source.delimiter("unterminated `y' command");
        String from = unescape(source.upTo(delimiter, "unterminated `y' command", false), delimiter);
        String to = unescape(source.upTo(delimiter, "unterminated `y' command", false), delimiter);
        if (from.codePointCount(0, from.length()) != to.codePointCount(0, to.length())) {
            throw source.complaint("strings for `y' command are different lengths");
        }
        add(selection, 'y', from + "\0" + to, -1);
        source.endOfCommand();
    }

    private static String unescape(String text, char delimiter) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '\\' || at + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char escaped = text.charAt(at + 1);
            if (escaped == '\\' || escaped == delimiter) {
                out.append(escaped);
                at++;
            } else if (SedEscape.isKnown(text, at + 1)) {
                SedEscape escape = new SedEscape(text, at + 1);
                out.append(escape.character());
                at = escape.end() - 1;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    // addresses

    private SedSelection selection() {
        Optional<SedAddress> first = address();
        Optional<SedAddress> second = Optional.empty();
        source.skipBlanks();
        if (first.isPresent() && source.take(',')) {
            source.skipBlanks();
            second = end();
            if (second.isEmpty()) {
                source.nextIfAny();
                throw source.complaint("unexpected `,'");
            }
        }
        boolean zero = first.equals(Optional.of(new SedAddress.Line(0)));
        if (zero && !(second.orElse(new SedAddress.Last()) instanceof SedAddress.Regex)) {
            source.nextIfAny();
            throw source.complaint("invalid usage of line address 0");
        }
        source.skipBlanks();
        boolean negated = source.take('!');
        source.skipBlanks();
        if (negated && source.take('!')) {
            throw source.complaint("multiple `!'s");
        }
        return first.isEmpty() && !negated ? SedSelection.ALL : new SedSelection(first, second, negated);
    }

    private Optional<SedAddress> end() {
        if (source.take('+')) {
            return source.number().map(SedAddress.Plus::new);
        }
        if (source.take('~')) {
            return source.number().map(SedAddress.Multiple::new);
        }
        return address();
    }

    private Optional<SedAddress> address() {
        if (source.take('$')) {
            return Optional.of(new SedAddress.Last());
        }
        if (source.peek('/') || source.peek('\\')) {
            return Optional.of(regex());
        }
        Optional<Integer> number = source.number();
        if (number.isPresent() && source.take('~')) {
            return Optional.of(new SedAddress.Step(number.get(), source.number().orElse(0)));
        }
        return number.map(SedAddress.Line::new);
    }

    private SedAddress regex() {
        String complaint = "unterminated address regex";
        source.take('\\');
        char delimiter = source.delimiter(complaint);
        String text = source.upTo(delimiter, complaint, true);
        boolean ignoreCase = false;
        boolean multiline = false;
        while (source.peek('I') || source.peek('M')) {
            char flag = source.next();
            ignoreCase |= flag == 'I';
            multiline |= flag == 'M';
        }
        return new SedAddress.Regex(source.compile(text, extended, ignoreCase, multiline));
    }
}
