package org.vethlab.shell.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.shell.syntax.Expression;
import org.vethlab.shell.syntax.Part.Operation;
import org.vethlab.shell.syntax.Part.Parameter;
import org.vethlab.shell.variable.IndexedArray;
import org.vethlab.shell.variable.Variable;

/** <code>${v:offset:length}</code>, of strings and of lists. */
final class Substrings {
    private final ShellState shell;
    private final Expander expander;

    Substrings(ShellState shell, Expander expander) {
        this.shell = shell;
        this.expander = expander;
    }

    ParameterValue take(Parameter parameter, ParameterValue value, Operation.Substring operation) {
        if (!value.isSet() && !value.isList()) {
            return value;
        }
        long offset = expander.arithmetic(operation.offset());
        Optional<Long> length = operation.length().map(expander::arithmetic);
        if (!value.isList()) {
            return ParameterValue.of(ofString(value.text(), offset, length, operation.length()));
        }
        List<String> from = from(parameter, value, offset);
        if (length.isPresent() && length.get() < 0) {
            throw negative(operation.length());
        }
        long count = Math.min(length.orElse((long) from.size()), from.size());
        return new ParameterValue(value.kind(), from.subList(0, (int) count));
    }

    private String ofString(String text, long offset, Optional<Long> length, Optional<Expression> written) {
        int[] characters = text.codePoints().toArray();
        long start = offset < 0 ? characters.length + offset : offset;
        if (start < 0 || start > characters.length) {
            return "";
        }
        long end = length.map(
                        count -> count < 0 ? characters.length + count : Math.min(start + count, characters.length))
                .orElse((long) characters.length);
        if (end < start) {
            throw negative(written);
        }
        return new String(characters, (int) start, (int) (end - start));
    }

    private static ExpansionException negative(Optional<Expression> length) {
        String text = length.map(Expression::source).orElse("").strip();
        return new ExpansionException(text + ": substring expression < 0", false);
    }

    /** Offsets of an array are subscripts; those of {@code $@} start with {@code $0}. */
    private List<String> from(Parameter parameter, ParameterValue value, long offset) {
        if (parameter.name().equals("@") || parameter.name().equals("*")) {
            List<String> all = new ArrayList<>(value.values());
            long start = offset < 0 ? all.size() + 1 + offset : offset;
            if (start == 0) {
                all.add(0, shell.special('0').orElse(""));
                return all;
            }
            return tail(all, start - 1);
        }
        Optional<IndexedArray> array = shell.variables().find(parameter.name()).flatMap(Variable::indexed);
        if (array.isPresent()) {
            long start = offset < 0 ? array.get().end() + offset : offset;
            return start < 0 ? List.of() : array.get().valuesFrom(start);
        }
        return tail(value.values(), offset < 0 ? value.values().size() + offset : offset);
    }

    private static List<String> tail(List<String> all, long start) {
        return start < 0 || start > all.size() ? List.of() : all.subList((int) start, all.size());
    }
}
