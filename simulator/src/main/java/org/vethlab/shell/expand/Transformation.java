package org.vethlab.shell.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.shell.syntax.Part.Index;
import org.vethlab.shell.syntax.Part.Parameter;
import org.vethlab.shell.text.Escapes;
import org.vethlab.shell.text.Quoting;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.Declaration;
import org.vethlab.shell.variable.Variable;

/** <code>${v@Q}</code> and its kin. */
final class Transformation {
    private final ShellState shell;

    Transformation(ShellState shell) {
        this.shell = shell;
    }

    ParameterValue apply(Parameter parameter, ParameterValue value, char operator) {
        return switch (operator) {
            case 'a' -> attributes(parameter, value);
            case 'A' -> assignment(parameter, value);
            case 'K', 'k' -> pairs(parameter, value, operator == 'K');
            default -> value.isSet() ? value.map(text -> changed(text, operator)) : value;
        };
    }

    private String changed(String text, char operator) {
        return switch (operator) {
            case 'Q' -> quoted(text);
            case 'E' -> Escapes.resolve(text, Escapes.Flavour.ANSI_C).text();
            case 'U' -> text.toUpperCase(Locale.ROOT);
            case 'L' -> text.toLowerCase(Locale.ROOT);
            case 'u' -> text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
            default -> text;
        };
    }

    private static String quoted(String text) {
        return Quoting.needsAnsi(text) ? Quoting.ansi(text) : Quoting.single(text);
    }

    private ParameterValue attributes(Parameter parameter, ParameterValue value) {
        Optional<Variable> variable = shell.variables().find(parameter.name());
        if (variable.isEmpty()) {
            return value.isSet() ? ParameterValue.of("") : value;
        }
        String letters = letters(variable.get());
        if (!value.isList()) {
            return ParameterValue.of(letters);
        }
        return new ParameterValue(
                value.kind(), value.values().stream().map(any -> letters).toList());
    }

    private static String letters(Variable variable) {
        StringBuilder letters = new StringBuilder();
        for (Attribute attribute : variable.attributes()) {
            letters.append(attribute.letter());
        }
        return letters.toString();
    }

    private ParameterValue assignment(Parameter parameter, ParameterValue value) {
        Optional<Variable> variable = shell.variables().find(parameter.name());
        if (variable.isEmpty()) {
            return value;
        }
        boolean whole = !(parameter.index() instanceof Index.None);
        return ParameterValue.of(Declaration.statement(parameter.name(), variable.get(), whole));
    }

    /** Subscripts and values in turn; {@code K} quotes them into one word. */
    private ParameterValue pairs(Parameter parameter, ParameterValue value, boolean quoted) {
        if (!value.isList()) {
            return value.isSet() ? value.map(Transformation::quoted) : value;
        }
        Optional<Variable> variable = shell.variables().find(parameter.name());
        List<String> keys = variable.map(Variable::keys).orElse(List.of());
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < keys.size() && i < value.values().size(); i++) {
            String text = value.values().get(i);
            pairs.add(keys.get(i));
            pairs.add(quoted ? Quoting.forDeclaration(text) : text);
        }
        return quoted ? ParameterValue.of(String.join(" ", pairs)) : ParameterValue.list(pairs, false);
    }
}
