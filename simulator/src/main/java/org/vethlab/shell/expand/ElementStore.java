package org.vethlab.shell.expand;

import java.util.Optional;
import org.vethlab.shell.syntax.Word;
import org.vethlab.shell.variable.AssociativeArray;
import org.vethlab.shell.variable.Attribute;
import org.vethlab.shell.variable.IndexedArray;
import org.vethlab.shell.variable.Variable;
import org.vethlab.shell.variable.VariableException;
import org.vethlab.shell.variable.Variables;

/** Assigns and unsets elements of arrays. */
public final class ElementStore {
    private final ShellState shell;
    private final Expander expander;

    ElementStore(ShellState shell, Expander expander) {
        this.shell = shell;
        this.expander = expander;
    }

    /** {@code name[subscript]=value}; makes an indexed array of what is none. */
    public void put(String name, Word subscript, String value, boolean append) {
        Variables variables = shell.variables();
        Variable variable = variables.target(name);
        variables.checkWritable(name, variable);
        put(name, variable, subscript, value, append);
        variables.changed(name);
    }

    /** As {@link #put(String, Word, String, boolean)}, into a variable that has been found. */
    public void put(String name, Variable variable, Word subscript, String value, boolean append) {
        if (variable.isAssociative()) {
            putByKey(name, variable, subscript, value, append);
            return;
        }
        if (subscript.source().isEmpty()
                || subscript.source().equals("@")
                || subscript.source().equals("*")) {
            throw bad(name, subscript);
        }
        variable.add(Attribute.INDEXED);
        IndexedArray array = variable.indexed().orElseThrow();
        long index = expander.index(subscript);
        String before = append ? array.get(index).orElse("") : "";
        if (!array.put(index, combined(variable, before, value, append))) {
            throw bad(name, subscript);
        }
        variable.markAssigned();
    }

    private void putByKey(String name, Variable variable, Word subscript, String value, boolean append) {
        String key = expander.subscript(subscript);
        if (key.isEmpty()) {
            throw bad(name, subscript);
        }
        AssociativeArray array = variable.associative().orElseThrow();
        String before = append ? array.get(key).orElse("") : "";
        array.put(key, combined(variable, before, value, append));
        variable.markAssigned();
    }

    private String combined(Variable variable, String before, String value, boolean append) {
        Variables variables = shell.variables();
        return append ? variables.appended(variable, before, value) : variables.converted(variable, value);
    }

    private static VariableException bad(String name, Word subscript) {
        return new VariableException(name + "[" + subscript.source() + "]: bad array subscript");
    }

    /** {@code unset name[subscript]}. */
    public void remove(String name, String subscript) {
        Optional<Variable> found = shell.variables().find(name);
        if (found.isEmpty()) {
            return;
        }
        Variable variable = found.get();
        shell.variables().checkWritable(name, variable);
        Optional<AssociativeArray> associative = variable.associative();
        if (associative.isPresent()) {
            associative.get().remove(subscript);
        } else if (subscript.equals("@") || subscript.equals("*")) {
            shell.variables().unset(name);
        } else if (variable.indexed().isPresent()) {
            if (!variable.indexed().get().remove(expander.evaluate(subscript))) {
                throw new VariableException("[" + subscript + "]: bad array subscript");
            }
        } else if (expander.evaluate(subscript) == 0) {
            shell.variables().unset(name);
        } else {
            throw new VariableException(name + ": not an array variable");
        }
    }

    /** The value at a subscript given as text. */
    public Optional<String> value(String name, String subscript) {
        Optional<Variable> variable = shell.variables().find(name);
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        if (variable.get().isAssociative()) {
            return variable.get().associative().orElseThrow().get(subscript);
        }
        long index = expander.evaluate(subscript);
        if (variable.get().indexed().isPresent()) {
            return variable.get().indexed().get().get(index);
        }
        return index == 0 ? variable.get().value() : Optional.empty();
    }
}
