package org.vethlab.shell.run;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.syntax.CommandPrinter;
import org.vethlab.shell.syntax.Parser;
import org.vethlab.shell.syntax.ParserOptions;
import org.vethlab.shell.syntax.SyntaxException;

/** Functions on their way to child shells: {@code export -f} puts them into the environment as text. */
public final class ExportedFunctions {
    private static final String PREFIX = "BASH_FUNC_";
    private static final String SUFFIX = "%%";

    private final Set<String> names = new TreeSet<>();

    public void add(String name) {
        names.add(name);
    }

    public void remove(String name) {
        names.remove(name);
    }

    public boolean contains(String name) {
        return names.contains(name);
    }

    void copyFrom(ExportedFunctions other) {
        names.addAll(other.names);
    }

    static void add(Interpreter shell, Map<String, String> environment) {
        for (String name : shell.exportedFunctions().names) {
            Function function = shell.functions().get(name);
            if (function != null) {
                String text = CommandPrinter.printFunction("", function.body()).strip();
                environment.put(PREFIX + name + SUFFIX, text);
            }
        }
    }

    /** Defines the functions that an environment brings. What does not parse is passed over. */
    static void take(Interpreter shell, Map<String, String> environment) {
        environment.forEach((key, text) -> {
            if (key.startsWith(PREFIX) && key.endsWith(SUFFIX)) {
                define(shell, key.substring(PREFIX.length(), key.length() - SUFFIX.length()), text);
            }
        });
    }

    private static void define(Interpreter shell, String name, String text) {
        try {
            Command parsed = Parser.parse(name + " " + text, ParserOptions.STANDARD);
            boolean one = parsed instanceof Command.Sequence units
                    && units.commands().size() == 1
                    && units.commands().get(0) instanceof Command.FunctionDefinition;
            if (one) {
                Command.FunctionDefinition definition = (Command.FunctionDefinition)
                        ((Command.Sequence) parsed).commands().get(0);
                shell.functions().put(name, new Function(name, definition.body(), "environment", 0));
                shell.exportedFunctions().add(name);
            }
        } catch (SyntaxException e) {
            shell.messages().error("error importing function definition for `" + name + "'");
        }
    }
}
