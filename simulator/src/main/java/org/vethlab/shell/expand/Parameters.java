package org.vethlab.shell.expand;

import java.util.List;
import java.util.Optional;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.syntax.Part;
import org.vethlab.shell.syntax.Part.Index;
import org.vethlab.shell.syntax.Part.Operation;
import org.vethlab.shell.syntax.Part.Parameter;
import org.vethlab.shell.syntax.Word;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.IndexedArray;
import org.vethlab.shell.variable.Variable;

/** Finds what parameters hold, and does to it what the expansion asks for. */
final class Parameters {
    private static final Index NONE = new Index.None();

    private final ShellState shell;
    private final Expander expander;
    private final Transformation transformation;

    Parameters(ShellState shell, Expander expander) {
        this.shell = shell;
        this.expander = expander;
        this.transformation = new Transformation(shell);
    }

    /** The value, all operations done but the choice of a default. */
    ParameterValue value(Parameter parameter) {
        Operation operation = parameter.operation();
        if (operation instanceof Operation.NamesWithPrefix names) {
            return names(parameter.name(), names.at());
        }
        if (operation instanceof Operation.Keys) {
            return keys(parameter);
        }
        Parameter direct = parameter.indirect() ? redirected(parameter) : parameter;
        ParameterValue value = plain(direct.name(), direct.index());
        if (operation instanceof Operation.Default) {
            return value;
        }
        checkBound(direct, value);
        return operate(direct, value);
    }

    private ParameterValue operate(Parameter parameter, ParameterValue value) {
        Operation operation = parameter.operation();
        if (operation instanceof Operation.None) {
            return value;
        }
        if (operation instanceof Operation.Length) {
            return ParameterValue.of(Integer.toString(length(value)));
        }
        if (operation instanceof Operation.Substring substring) {
            return new Substrings(shell, expander).take(parameter, value, substring);
        }
        if (operation instanceof Operation.Transform transform) {
            return transformation.apply(parameter, value, transform.operator());
        }
        return value.isSet() ? value.map(new Patterns(shell, expander).change(operation)) : value;
    }

    private static int length(ParameterValue value) {
        if (value.isList()) {
            return value.values().size();
        }
        String text = value.text();
        return text.codePointCount(0, text.length());
    }

    /** {@code set -u}. */
    private void checkBound(Parameter parameter, ParameterValue value) {
        boolean list = value.isList() && !(parameter.operation() instanceof Operation.Length && isUnset(parameter));
        boolean checked = !value.isSet() && !list && shell.options().has(SetOption.NOUNSET);
        if (checked) {
            boolean number = Character.isDigit(parameter.name().charAt(0));
            String element = parameter.index() instanceof Index.Subscript subscript
                    ? "[" + subscript.text().source() + "]"
                    : "";
            throw new ExpansionException((number ? "$" : "") + parameter.name() + element + ": unbound variable", true);
        }
    }

    private boolean isUnset(Parameter parameter) {
        boolean variable = parameter.name().charAt(0) == '_'
                || Character.isLetter(parameter.name().charAt(0));
        return variable && shell.variables().find(parameter.name()).isEmpty();
    }

    /** A name's value; empty if it has none. */
    ParameterValue plain(String name, Index index) {
        char first = name.charAt(0);
        if (first == '@' || first == '*') {
            return ParameterValue.list(shell.positional(), first == '*');
        }
        if (Character.isDigit(first)) {
            return positional(name);
        }
        if (first != '_' && !Character.isLetter(first)) {
            return shell.special(first).map(ParameterValue::of).orElse(ParameterValue.UNSET);
        }
        return variable(name, index);
    }

    private ParameterValue positional(String name) {
        int number = name.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(name);
        if (number == 0) {
            return shell.special('0').map(ParameterValue::of).orElse(ParameterValue.UNSET);
        }
        List<String> all = shell.positional();
        return number <= all.size() ? ParameterValue.of(all.get(number - 1)) : ParameterValue.UNSET;
    }

    private ParameterValue variable(String name, Index index) {
        if (index instanceof Index.None) {
            Optional<Part.Parameter> element = elementReference(name);
            if (element.isPresent()) {
                return plain(element.get().name(), element.get().index());
            }
            return shell.variables().value(name).map(ParameterValue::of).orElse(ParameterValue.UNSET);
        }
        Optional<Variable> variable = shell.variables().find(name);
        if (index instanceof Index.Subscript subscript) {
            return variable.flatMap(found -> element(name, found, subscript.text()))
                    .map(ParameterValue::of)
                    .orElse(ParameterValue.UNSET);
        }
        return ParameterValue.list(variable.map(Variable::values).orElse(List.of()), index instanceof Index.Star);
    }

    /** A name reference may lead to an element: {@code declare -n r=a[1]}. */
    private Optional<Parameter> elementReference(String name) {
        boolean reference = shell.variables()
                .findItself(name)
                .filter(variable -> variable.has(Attribute.REFERENCE))
                .isPresent();
        return reference
                ? Optional.of(shell.variables().resolve(name))
                        .filter(target -> target.endsWith("]"))
                        .map(Parameters::parse)
                : Optional.empty();
    }

    private Optional<String> element(String name, Variable variable, Word subscript) {
        if (variable.isAssociative()) {
            return variable.associative().orElseThrow().get(expander.subscript(subscript));
        }
        long index = expander.index(subscript);
        Optional<IndexedArray> array = variable.indexed();
        if (index < 0 && array.map(IndexedArray::end).orElse(1L) + index < 0) {
            throw new ExpansionException(name + ": bad array subscript", false);
        }
        if (array.isPresent()) {
            return array.get().get(index);
        }
        return index == 0 || index == -1 ? variable.value() : Optional.empty();
    }

    private ParameterValue names(String prefix, boolean at) {
        List<String> names = shell.variables().all().entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(prefix) && entry.getValue().isVisible())
                .map(java.util.Map.Entry::getKey)
                .toList();
        return ParameterValue.list(names, !at);
    }

    private ParameterValue keys(Parameter parameter) {
        List<String> keys =
                shell.variables().find(parameter.name()).map(Variable::keys).orElse(List.of());
        return ParameterValue.list(keys, parameter.index() instanceof Index.Star);
    }

    /** <code>${!name}</code>: the value is the name that is meant. */
    Parameter redirected(Parameter parameter) {
        Optional<Variable> reference =
                shell.variables().findItself(parameter.name()).filter(variable -> variable.has(Attribute.REFERENCE));
        if (reference.isPresent() && parameter.operation() instanceof Operation.None) {
            String target = shell.variables().resolve(parameter.name());
            return new Parameter("_", NONE, false, new Operation.Default('+', false, literal(target)), target);
        }
        ParameterValue value = plain(parameter.name(), parameter.index());
        if (!value.isSet()) {
            throw new ExpansionException(parameter.name() + ": invalid indirect expansion", false);
        }
        Parameter target = parse(value.text());
        return new Parameter(target.name(), target.index(), false, parameter.operation(), target.source());
    }

    /** A name with or without a subscript, or a special parameter, from text. */
    static Parameter parse(String text) {
        int bracket = text.indexOf('[');
        boolean subscripted = bracket > 0 && text.endsWith("]");
        String name = subscripted ? text.substring(0, bracket) : text;
        boolean valid = name.matches("[A-Za-z_][A-Za-z0-9_]*|[0-9]+") || !subscripted && name.matches("[-@*#?$!]");
        if (!valid) {
            throw new ExpansionException(text + ": invalid variable name", false);
        }
        String inside = subscripted ? text.substring(bracket + 1, text.length() - 1) : "";
        return new Parameter(name, subscripted ? index(inside) : NONE, false, new Operation.None(), text);
    }

    private static Index index(String subscript) {
        return switch (subscript) {
            case "@" -> new Index.At();
            case "*" -> new Index.Star();
            default -> new Index.Subscript(literal(subscript));
        };
    }

    static Word literal(String text) {
        return new Word(text, List.of(new Part.Literal(text)));
    }
}
