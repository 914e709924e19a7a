package org.vethlab.shell.expand;

import java.util.List;
import org.vethlab.shell.syntax.Part;
import org.vethlab.shell.syntax.Part.Operation;
import org.vethlab.shell.syntax.Part.Parameter;
import org.vethlab.shell.syntax.Word;

/** Expands the parts of a word one after the other. */
final class PartExpander {
    /** How results are taken. */
    enum Context {
        /** Unquoted, results are split. */
        WORD(false, true, false),
        /** Unquoted, and plain text is split too: the word in <code>${v:-word}</code>. */
        OPERAND(false, true, true),
        /** Unquoted, never split: assignments, patterns. */
        TEXT(false, false, false),
        QUOTED(true, true, false),
        /** In quotes with a list, which may leave nothing at all: {@code "$e$@"}. */
        QUOTED_LIST(true, true, false),
        /** Quoted in a place where lists are joined. */
        QUOTED_TEXT(true, false, false);

        private final boolean quoted;
        private final boolean splits;
        private final boolean splitsPlain;

        Context(boolean quoted, boolean splits, boolean splitsPlain) {
            this.quoted = quoted;
            this.splits = splits;
            this.splitsPlain = splitsPlain;
        }

        Context inQuotes() {
            return splits ? QUOTED : QUOTED_TEXT;
        }

        Context operand() {
            return quoted || !splits ? this : OPERAND;
        }
    }

    private final ShellState shell;
    private final Expander expander;
    private final Parameters parameters;
    private final ElementStore elements;

    PartExpander(ShellState shell, Expander expander, ElementStore elements) {
        this.shell = shell;
        this.expander = expander;
        this.elements = elements;
        this.parameters = new Parameters(shell, expander);
    }

    void append(List<Part> parts, Fields out, Context context) {
        for (Part part : parts) {
            append(part, out, context);
        }
    }

    private void append(Part part, Fields out, Context context) {
        if (part instanceof Part.Literal literal) {
            plain(literal.text(), out, context);
        } else if (part instanceof Part.Quoted quoted) {
            out.quoted(quoted.text());
        } else if (part instanceof Part.DoubleQuoted quotes) {
            doubleQuoted(quotes.parts(), out, context);
        } else if (part instanceof Parameter parameter) {
            parameter(parameter, out, context);
        } else if (part instanceof Part.CommandSubstitution substitution) {
            result(shell.substitute(substitution.body()), out, context);
        } else if (part instanceof Part.Backquoted substitution) {
            result(shell.substituteText(substitution.text()), out, context);
        } else if (part instanceof Part.ArithmeticExpansion arithmetic) {
            result(Long.toString(expander.arithmetic(arithmetic.expression())), out, context);
        } else if (part instanceof Part.ProcessSubstitution substitution) {
            out.quoted(shell.processSubstitution(substitution.input(), substitution.body()));
        } else if (part instanceof Part.BadSubstitution bad) {
            throw new ExpansionException(bad.source() + ": bad substitution", false);
        } else if (part instanceof Part.Assigned assigned) {
            out.literal(assigned.assignment().source());
        }
    }

    private void doubleQuoted(List<Part> parts, Fields out, Context context) {
        boolean hasList = context.splits && parts.stream().anyMatch(PartExpander::isList);
        if (!hasList) {
            out.quoted("");
        }
        append(parts, out, hasList ? Context.QUOTED_LIST : context.inQuotes());
    }

    /** {@code $@} and {@code ${a[@]}}: in quotes they may be no word at all. */
    private static boolean isList(Part part) {
        return part instanceof Parameter parameter
                && (parameter.name().equals("@")
                        || parameter.index() instanceof Part.Index.At
                        || parameter.operation() instanceof Operation.NamesWithPrefix
                        || parameter.indirect());
    }

    private static void plain(String text, Fields out, Context context) {
        if (context.quoted) {
            out.quoted(text);
        } else if (context.splitsPlain) {
            out.split(text);
        } else {
            out.literal(text);
        }
    }

    private static void result(String text, Fields out, Context context) {
        if (context.quoted) {
            quoted(text, out, context);
        } else if (context.splits) {
            out.split(text);
        } else {
            out.literal(text);
        }
    }

    /** Beside a list, quoted text that is empty does not make a word. */
    private static void quoted(String text, Fields out, Context context) {
        if (context != Context.QUOTED_LIST || !text.isEmpty()) {
            out.quoted(text);
        }
    }

    private void parameter(Parameter parameter, Fields out, Context context) {
        if (parameter.operation() instanceof Operation.Default operation) {
            Parameter direct = parameter.indirect() ? parameters.redirected(parameter) : parameter;
            defaulted(direct, operation, out, context);
            return;
        }
        Parameter direct = parameter;
        if (parameter.indirect()) {
            direct = parameters.redirected(parameter);
            if (direct.operation() instanceof Operation.Default name) { // a name reference: its target's name
                append(name.word().parts(), out, context);
                return;
            }
        }
        value(parameters.value(direct), out, context);
    }

    private void value(ParameterValue value, Fields out, Context context) {
        switch (value.kind()) {
            case STRING -> result(value.text(), out, context);
            case AT, STAR -> list(value, out, context);
            case UNSET -> result("", out, context);
        }
    }

    private void list(ParameterValue value, Fields out, Context context) {
        boolean star = value.kind() == ParameterValue.Kind.STAR;
        if (!context.splits || star && context.quoted) {
            result(String.join(star ? separator() : " ", value.values()), out, context);
            return;
        }
        for (int i = 0; i < value.values().size(); i++) {
            if (i > 0) {
                between(out, context);
            }
            result(value.values().get(i), out, context == Context.QUOTED_LIST ? Context.QUOTED : context);
        }
    }

    private static void between(Fields out, Context context) {
        if (context.quoted) {
            out.next();
        } else {
            out.end();
        }
    }

    /** What joins {@code "$*"}: the first character of IFS. */
    private String separator() {
        String separators = expander.separators();
        return separators.isEmpty() ? "" : separators.substring(0, 1);
    }

    private void defaulted(Parameter parameter, Operation.Default operation, Fields out, Context context) {
        ParameterValue value = parameters.plain(parameter.name(), parameter.index());
        boolean usable = operation.colon() ? !value.isEmpty() : value.isSet();
        if (operation.operator() == '+') {
            if (usable) {
                word(operation.word(), out, context);
            } else {
                result("", out, context);
            }
            return;
        }
        if (usable) {
            value(value, out, context);
            return;
        }
        switch (operation.operator()) {
            case '-' -> word(operation.word(), out, context);
            case '=' -> assign(parameter, operation.word(), out, context);
            default -> throw missing(parameter, operation);
        }
    }

    private void word(Word word, Fields out, Context context) {
        result("", out, context);
        append(new Tilde(shell).expand(word.parts(), false), out, context.operand());
    }

    private void assign(Parameter parameter, Word word, Fields out, Context context) {
        char first = parameter.name().charAt(0);
        if (first != '_' && !Character.isLetter(first)) {
            throw new ExpansionException("$" + parameter.name() + ": cannot assign in this way", false);
        }
        String value = expander.single(word);
        if (parameter.index() instanceof Part.Index.Subscript subscript) {
            elements.put(parameter.name(), subscript.text(), value, false);
        } else {
            shell.variables().assign(parameter.name(), value);
        }
        result(value, out, context);
    }

    private ExpansionException missing(Parameter parameter, Operation.Default operation) {
        String standard = operation.colon() ? "parameter null or not set" : "parameter not set";
        String message = operation.word().parts().isEmpty() ? standard : expander.single(operation.word());
        return new ExpansionException(parameter.name() + ": " + message, true);
    }
}
