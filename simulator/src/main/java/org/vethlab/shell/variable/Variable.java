package org.vethlab.shell.variable;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A variable: attributes, and a value that is a string or an array, or none yet. */
public class Variable {
    private final EnumSet<Attribute> attributes = EnumSet.noneOf(Attribute.class);
    private @Nullable String scalar;
    private @Nullable IndexedArray indexed;
    private @Nullable AssociativeArray associative;
    private boolean assigned;

    public final boolean has(Attribute attribute) {
        return attributes.contains(attribute);
    }

    public final Set<Attribute> attributes() {
        return attributes;
    }

    /** Adds an attribute; one that makes it an array keeps a string as the first element. */
    public final void add(Attribute attribute) {
        attributes.add(attribute);
        if (attribute == Attribute.INDEXED && indexed == null) {
            indexed = new IndexedArray();
            if (scalar != null) {
                indexed.put(0, scalar);
            }
        } else if (attribute == Attribute.ASSOCIATIVE && associative == null) {
            associative = new AssociativeArray();
            if (scalar != null) {
                associative.put("0", scalar);
            }
        }
    }

    public final void remove(Attribute attribute) {
        attributes.remove(attribute);
    }

    public final boolean isArray() {
        return indexed != null || associative != null;
    }

    public final boolean isAssociative() {
        return associative != null;
    }

    /** Whether an array was ever assigned to: {@code a=()} as against {@code declare -a a}. */
    public final boolean isAssigned() {
        return assigned;
    }

    /** Takes note that the variable was assigned to as a whole. */
    public final void markAssigned() {
        assigned = true;
    }

    /** Whether it has a value: an array, its element 0. */
    public final boolean isSet() {
        return value().isPresent();
    }

    /** Whether it has a value or an element. */
    public final boolean isVisible() {
        return scalar != null || isArray() || this instanceof ComputedVariable;
    }

    /** The string; of an array, element 0. */
    public Optional<String> value() {
        refresh();
        if (indexed != null) {
            return indexed.get(0);
        }
        return associative != null ? associative.get("0") : Optional.ofNullable(scalar);
    }

    /** Sets the string, or element 0 of an array, without regard to attributes. */
    public void value(String value) {
        if (indexed != null) {
            indexed.put(0, value);
        } else if (associative != null) {
            associative.put("0", value);
        } else {
            scalar = value;
        }
    }

    /** Brings an array that is computed up to date. */
    void refresh() {}

    final void fill(long index, String value) {
        if (indexed != null) {
            indexed.put(index, value);
        }
    }

    /** Becomes a variable without a value; its attributes stay. */
    public final void clear() {
        scalar = null;
        indexed = has(Attribute.INDEXED) ? new IndexedArray() : null;
        associative = has(Attribute.ASSOCIATIVE) ? new AssociativeArray() : null;
    }

    public final Optional<IndexedArray> indexed() {
        refresh();
        return Optional.ofNullable(indexed);
    }

    public final Optional<AssociativeArray> associative() {
        return Optional.ofNullable(associative);
    }

    /** All values: of a string, the string alone. */
    public final List<String> values() {
        refresh();
        if (indexed != null) {
            return indexed.values();
        }
        if (associative != null) {
            return associative.values();
        }
        return value().map(List::of).orElse(List.of());
    }

    /** All subscripts: of a string, 0 alone. */
    public final List<String> keys() {
        refresh();
        if (indexed != null) {
            return indexed.keys().stream().map(String::valueOf).toList();
        }
        if (associative != null) {
            return associative.keys();
        }
        return isSet() ? List.of("0") : List.of();
    }

    Variable copy() {
        Variable copy = new Variable();
        copy.attributes.addAll(attributes);
        copy.assigned = assigned;
        copy.scalar = scalar;
        copy.indexed = indexed == null ? null : indexed.copy();
        copy.associative = associative == null ? null : associative.copy();
        return copy;
    }
}
