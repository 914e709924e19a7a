package org.vethlab.shell.expand;

import java.util.Optional;
import org.vethlab.shell.arithmetic.Arithmetic;
import org.vethlab.shell.option.SetOption;

/** The shell's variables as arithmetic sees them. */
final class ArithmeticVariables implements Arithmetic.Variables {
    private final ShellState shell;
    private final ElementStore elements;

    ArithmeticVariables(ShellState shell, ElementStore elements) {
        this.shell = shell;
        this.elements = elements;
    }

    @Override
    public String value(String name, Optional<String> subscript) {
        Optional<String> value = subscript.isPresent()
                ? elements.value(name, subscript.get())
                : shell.variables().value(name);
        if (value.isEmpty() && shell.options().has(SetOption.NOUNSET)) {
            String element = subscript.map(text -> "[" + text + "]").orElse("");
            throw new ExpansionException(name + element + ": unbound variable", true);
        }
        return value.orElse("");
    }

    @Override
    public void assign(String name, Optional<String> subscript, long value) {
        if (subscript.isPresent()) {
            elements.put(name, Parameters.literal(subscript.get()), Long.toString(value), false);
        } else {
            shell.variables().assign(name, Long.toString(value));
        }
    }
}
