package org.vethlab.shell.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.run.Function;
import org.vethlab.shell.run.Interpreter;
import org.vethlab.shell.syntax.CommandPrinter;
import org.vethlab.shell.text.Quoting;

/**
 * What a word would run.
 *
 * @param detail an alias's value, a function's text, a program's path
 */
record Meaning(Kind kind, String detail) {
    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "case",
            "esac",
            "for",
            "select",
            "while",
            "until",
            "do",
            "done",
            "in",
            "function",
            "time",
            "{",
            "}",
            "!",
            "[[",
            "]]",
            "coproc");

    enum Kind {
        ALIAS("alias"),
        KEYWORD("keyword"),
        FUNCTION("function"),
        BUILTIN("builtin"),
        FILE("file");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** All meanings, the one that counts first. */
    static List<Meaning> all(Interpreter shell, String name, boolean functions) {
        List<Meaning> all = new ArrayList<>();
        if (shell.options().has(ShoptOption.EXPAND_ALIASES) && shell.aliases().containsKey(name)) {
            all.add(new Meaning(Kind.ALIAS, shell.aliases().get(name)));
        }
        if (KEYWORDS.contains(name)) {
            all.add(new Meaning(Kind.KEYWORD, ""));
        }
        Function function = shell.functions().get(name);
        if (functions && function != null) {
            all.add(new Meaning(Kind.FUNCTION, CommandPrinter.printFunction(name, function.body())));
        }
        if (shell.builtins().find(name).isPresent()) {
            all.add(new Meaning(Kind.BUILTIN, ""));
        }
        all.addAll(files(shell, name));
        return all;
    }

    static List<Meaning> files(Interpreter shell, String name) {
        Optional<String> path =
                name.isEmpty() ? Optional.empty() : shell.search().find(name);
        return path.map(found -> List.of(new Meaning(Kind.FILE, found))).orElse(List.of());
    }

    /** The sentence of {@code type}. */
    String describe(String name) {
        return switch (kind) {
            case ALIAS -> name + " is aliased to `" + detail + "'";
            case KEYWORD -> name + " is a shell keyword";
            case FUNCTION -> name + " is a function\n" + detail;
            case BUILTIN -> name + " is a shell builtin";
            case FILE -> name + " is " + detail;
        };
    }

    /** The word of {@code command -v}. */
    String brief(String name) {
        return switch (kind) {
            case ALIAS -> "alias " + name + "=" + Quoting.single(detail);
            case FILE -> detail;
            default -> name;
        };
    }
}
