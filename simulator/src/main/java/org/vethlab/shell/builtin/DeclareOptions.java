package org.vethlab.shell.builtin;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.shell.run.Builtin.UsageException;
import org.vethlab.shell.run.DeclarationBuiltin.Argument;
import org.vethlab.shell.variable.Attribute;

/** The options of {@code declare} and its kin: letters that a dash turns on and a plus off. */
final class DeclareOptions {
    private final Set<Attribute> on = EnumSet.noneOf(Attribute.class);
    private final Set<Attribute> off = EnumSet.noneOf(Attribute.class);
    private boolean print;
    private boolean functions;
    private boolean functionNames;
    private boolean global;
    private List<Argument> rest = List.of();

    static DeclareOptions parse(List<Argument> arguments, String letters) {
        DeclareOptions options = new DeclareOptions();
        int next = 0;
        while (next < arguments.size() && isOption(arguments.get(next))) {
            String word = arguments.get(next++).text();
            if (word.equals("--")) {
                break;
            }
            for (char letter : word.substring(1).toCharArray()) {
                if (letters.indexOf(letter) < 0) {
                    throw UsageException.invalidOption(word.charAt(0) + String.valueOf(letter));
                }
                options.take(letter, word.charAt(0) == '-');
            }
        }
        options.rest = List.copyOf(arguments.subList(next, arguments.size()));
        return options;
    }

    private static boolean isOption(Argument argument) {
        String text = argument.text();
        return argument.assignment().isEmpty() && text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+');
    }

    private void take(char letter, boolean minus) {
        switch (letter) {
            case 'p' -> print = true;
            case 'f' -> functions = true;
            case 'F' -> functionNames = true;
            case 'g' -> global = true;
            default -> {
                Optional<Attribute> attribute = Attribute.of(letter);
                attribute.ifPresent(minus ? on::add : off::add);
            }
        }
    }

    Set<Attribute> on() {
        return on;
    }

    Set<Attribute> off() {
        return off;
    }

    boolean prints() {
        return print;
    }

    boolean functions() {
        return functions || functionNames;
    }

    boolean functionNames() {
        return functionNames;
    }

    boolean global() {
        return global;
    }

    List<Argument> rest() {
        return rest;
    }
}
