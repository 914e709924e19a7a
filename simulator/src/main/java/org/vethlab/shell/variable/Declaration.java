package org.vethlab.shell.variable;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.shell.text.Quoting;

/** Variables as statements that would make them: {@code declare -p}, {@code set}, <code>${v@A}</code>. */
public final class Declaration {
    private Declaration() {}

    /** {@code declare -x NAME="value"}. */
    public static String of(String name, Variable variable) {
        String head = "declare -" + letters(variable) + " " + name;
        if (variable.isArray()) {
            return variable.values().isEmpty() && !variable.isAssigned() ? head : head + "=" + elements(variable);
        }
        return variable.value()
                .map(value -> head + "=" + Quoting.forDeclaration(value))
                .orElse(head);
    }

    /** {@code NAME=value}, as {@code set} lists it. */
    public static String plain(String name, Variable variable) {
        if (variable.isArray()) {
            return name + "=" + elements(variable);
        }
        return name + "=" + variable.value().map(Quoting::forAssignment).orElse("");
    }

    /** {@code NAME='value'}, as dash lists it. */
    public static String quoted(String name, Variable variable) {
        return name + variable.value().map(value -> "=" + Quoting.single(value)).orElse("");
    }

    /** <code>${v@A}</code>. @param whole whether all elements of an array are asked for */
    public static String statement(String name, Variable variable, boolean whole) {
        String value = whole && variable.isArray()
                ? elements(variable)
                : variable.value().map(Declaration::quoted).orElse("");
        if (variable.attributes().isEmpty()) {
            return name + "=" + value;
        }
        return "declare -" + letters(variable) + " " + name + (value.isEmpty() ? "" : "=" + value);
    }

    private static String quoted(String value) {
        return Quoting.needsAnsi(value) ? Quoting.ansi(value) : Quoting.single(value);
    }

    /** The letters of its attributes; a second dash for none. */
    static String letters(Variable variable) {
        StringBuilder letters = new StringBuilder();
        for (Attribute attribute : variable.attributes()) {
            letters.append(attribute.letter());
        }
        return letters.length() == 0 ? "-" : letters.toString();
    }

    /** {@code ([0]="a" [1]="b")}; of an associative array with a blank before the parenthesis. */
    private static String elements(Variable variable) {
        List<String> keys = variable.keys();
        List<String> values = variable.values();
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = variable.isAssociative() ? key(keys.get(i)) : keys.get(i);
            elements.add("[" + key + "]=" + Quoting.forDeclaration(values.get(i)));
        }
        boolean blank = variable.isAssociative() && !elements.isEmpty();
        return "(" + String.join(" ", elements) + (blank ? " )" : ")");
    }

    private static String key(String key) {
        if (Quoting.needsAnsi(key)) {
            return Quoting.ansi(key);
        }
        boolean special = key.isEmpty() || Quoting.hasMetas(key) || key.equals("@") || key.equals("*");
        return special ? Quoting.doubled(key) : key;
    }
}
