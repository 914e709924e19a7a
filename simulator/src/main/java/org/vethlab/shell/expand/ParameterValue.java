package org.vethlab.shell.expand;

import java.util.List;
import java.util.function.UnaryOperator;

/** What a parameter holds: nothing, a string, or a list. */
record ParameterValue(Kind kind, List<String> values) {
    enum Kind {
        UNSET,
        STRING,
        /** {@code $@} and {@code ${array[@]}}. */
        AT,
        /** {@code $*} and {@code ${array[*]}}. */
        STAR
    }

    static final ParameterValue UNSET = new ParameterValue(Kind.UNSET, List.of());

    static ParameterValue of(String value) {
        return new ParameterValue(Kind.STRING, List.of(value));
    }

    static ParameterValue list(List<String> values, boolean star) {
        return new ParameterValue(star ? Kind.STAR : Kind.AT, values);
    }

    boolean isList() {
        return kind == Kind.AT || kind == Kind.STAR;
    }

    /** Whether <code>${v-word}</code> takes the value. */
    boolean isSet() {
        return !values.isEmpty();
    }

    /** Whether <code>${v:-word}</code> takes the word. */
    boolean isEmpty() {
        return values.isEmpty() || values.size() == 1 && values.get(0).isEmpty();
    }

    /** The string; of a list, its elements with blanks between. */
    String text() {
        return values.size() == 1 ? values.get(0) : String.join(" ", values);
    }

    ParameterValue map(UnaryOperator<String> change) {
        if (kind == Kind.STRING) {
            return of(change.apply(values.get(0)));
        }
        return new ParameterValue(kind, values.stream().map(change).toList());
    }
}
