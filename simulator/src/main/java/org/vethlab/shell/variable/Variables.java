package org.vethlab.shell.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * All variables that a shell sees. Scopes are dynamic: a function sees the locals of its callers; the last scope is the
 * innermost.
 */
public final class Variables {
    private static final int MAX_REFERENCES = 100;

    private final List<Scope> scopes = new ArrayList<>();
    private ToLongFunction<String> arithmetic = text -> 0;
    private Consumer<String> changes = name -> {};
    private boolean exportAll;

    public Variables() {
        scopes.add(new Scope(false));
    }

    private Variables(List<Scope> scopes) {
        scopes.forEach(scope -> this.scopes.add(scope.copy()));
    }

    /** Evaluates what is assigned to integers. */
    public void arithmetic(ToLongFunction<String> evaluator) {
        arithmetic = evaluator;
    }

    /** Is told the name of whatever is assigned or unset. */
    public void listener(Consumer<String> listener) {
        changes = listener;
    }

    /** {@code set -a}. */
    public void exportAll(boolean on) {
        exportAll = on;
    }

    /** For a subshell: nothing is shared. */
    public Variables copy() {
        Variables copy = new Variables(scopes);
        copy.exportAll = exportAll;
        return copy;
    }

    // scopes

    /** A function is called. */
    public void enterFunction() {
        scopes.add(new Scope(false));
    }

    /** A command with assignments before it is run. */
    public void enterTemporary() {
        scopes.add(new Scope(true));
    }

    public void leave() {
        Scope left = scopes.remove(scopes.size() - 1);
        left.variables().keySet().forEach(changes);
    }

    /** A variable of the innermost scope, made if need be; a new one has no value. */
    public Variable local(String name) {
        return scopeOfFunction().variables().computeIfAbsent(name, key -> new Variable());
    }

    public boolean isLocal(String name) {
        return scopeOfFunction().variables().containsKey(name);
    }

    /** A new variable of the innermost scope, which is that of the assignments before a command. */
    public Variable temporary(String name) {
        Variable variable = new Variable();
        scopes.get(scopes.size() - 1).variables().put(name, variable);
        return variable;
    }

    /** A variable of the outermost scope, made if need be. */
    public Variable global(String name) {
        return scopes.get(0).variables().computeIfAbsent(name, key -> new Variable());
    }

    /** Puts a variable that the shell computes into the outermost scope. */
    public void define(String name, Variable variable) {
        scopes.get(0).variables().put(name, variable);
    }

    /** The innermost variable of that name, references not followed. */
    public Optional<Variable> findItself(String name) {
        return Optional.ofNullable(lookup(name));
    }

    private Scope scopeOfFunction() {
        int at = scopes.size() - 1;
        while (scopes.get(at).isTemporary()) {
            at--;
        }
        return scopes.get(at);
    }

    private @Nullable Variable lookup(String name) {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            Variable variable = scopes.get(i).variables().get(name);
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    // references

    /** Follows {@code declare -n}: the name that a name stands for. */
    public String resolve(String name) {
        String target = name;
        for (int i = 0; i < MAX_REFERENCES; i++) {
            Variable variable = lookup(target);
            if (variable == null || !variable.has(Attribute.REFERENCE)) {
                return target;
            }
            Optional<String> next = variable.value();
            if (next.isEmpty() || next.get().equals(target)) {
                return target;
            }
            target = next.get();
        }
        throw new VariableException(name + ": circular name reference");
    }

    /** The variable that a name means, references followed. */
    public Optional<Variable> find(String name) {
        Variable variable = lookup(name);
        if (variable == null || !variable.has(Attribute.REFERENCE)) {
            return Optional.ofNullable(variable);
        }
        return Optional.ofNullable(lookup(resolve(name)));
    }

    /** The value of a variable; empty if it is unset or has none. */
    public Optional<String> value(String name) {
        return find(name).flatMap(Variable::value);
    }

    // assignment

    /** The variable that an assignment to a name goes to, made in the outermost scope if there is none. */
    public Variable target(String name) {
        String resolved = resolve(name);
        Variable variable = lookup(resolved);
        if (variable == null) {
            variable = global(resolved);
        }
        if (exportAll) {
            variable.add(Attribute.EXPORTED);
        }
        return variable;
    }

    /** {@code name=value}. @throws VariableException if it is read-only */
    public void assign(String name, String value) {
        Variable variable = target(name);
        checkWritable(name, variable);
        variable.value(converted(variable, value));
        changes.accept(name);
    }

    /** {@code name+=value}. */
    public void append(String name, String value) {
        Variable variable = target(name);
        checkWritable(name, variable);
        variable.value(appended(variable, variable.value().orElse(""), value));
        changes.accept(name);
    }

    /** What a value becomes by a variable's attributes. */
    public String converted(Variable variable, String value) {
        if (variable.attributes().isEmpty()) {
            return value;
        }
        if (variable.has(Attribute.INTEGER)) {
            return Long.toString(arithmetic.applyAsLong(value));
        }
        if (variable.has(Attribute.UPPER_CASE)) {
            return value.toUpperCase(java.util.Locale.ROOT);
        }
        if (variable.has(Attribute.LOWER_CASE)) {
            return value.toLowerCase(java.util.Locale.ROOT);
        }
        if (variable.has(Attribute.CAPITALIZED) && !value.isEmpty()) {
            return value.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + value.substring(1).toLowerCase(java.util.Locale.ROOT);
        }
        return value;
    }

    /** What {@code +=} makes of an old value and a new one: a sum for integers. */
    public String appended(Variable variable, String before, String value) {
        if (variable.has(Attribute.INTEGER)) {
            return Long.toString(arithmetic.applyAsLong(before) + arithmetic.applyAsLong(value));
        }
        return converted(variable, before + value);
    }

    /** @throws VariableException if it is read-only */
    public void checkWritable(String name, Variable variable) {
        if (variable.has(Attribute.READONLY)) {
            throw new VariableException(name + ": readonly variable");
        }
    }

    /** Tells that elements of a variable have changed. */
    public void changed(String name) {
        changes.accept(name);
    }

    // unset

    /** Removes a variable; a local one stays, without a value, so that its caller's does not show through. */
    public void unset(String name) {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            Map<String, Variable> variables = scopes.get(i).variables();
            if (!variables.containsKey(name)) {
                continue;
            }
            boolean current = scopes.get(i) == scopeOfFunction() && i > 0;
            if (current) {
                variables.put(name, new Variable());
            } else {
                variables.remove(name);
            }
            changes.accept(name);
            return;
        }
    }

    // listing

    /** All variables, sorted by name; of those with the same name the innermost. */
    public SortedMap<String, Variable> all() {
        TreeMap<String, Variable> all = new TreeMap<>();
        scopes.forEach(scope -> all.putAll(scope.variables()));
        return all;
    }

    /** Variables of the innermost function. */
    public SortedMap<String, Variable> locals() {
        return new TreeMap<>(scopeOfFunction().variables());
    }

    /** The environment of a child: exported variables with a value. */
    public SortedMap<String, String> exported() {
        TreeMap<String, String> exported = new TreeMap<>();
        scopes.forEach(scope -> scope.variables().forEach((name, variable) -> export(name, variable, exported)));
        return exported;
    }

    /** One that is not exported hides that of a caller, which is. */
    private static void export(String name, Variable variable, Map<String, String> exported) {
        if (variable.has(Attribute.EXPORTED)
                && !variable.isArray()
                && variable.value().isPresent()) {
            exported.put(name, variable.value().get());
        } else {
            exported.remove(name);
        }
    }
}
