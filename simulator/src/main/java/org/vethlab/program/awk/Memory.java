package org.vethlab.program.awk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables and arrays: the global ones, and those of the functions that run. */
final class Memory {
    /** An array, in order of insertion. */
    static final class Array {
        final LinkedHashMap<String, Value> elements = new LinkedHashMap<>();
    }

    /** One variable of a function: what it is shows when it is first used. */
    static final class Slot {
        @Nullable Value value;

        @Nullable Array array;
    }

    private final Map<String, Value> variables = new HashMap<>();
    private final Map<String, Array> arrays = new HashMap<>();
    private final Deque<Slot[]> frames = new ArrayDeque<>();

    void enter(Slot[] frame) {
        if (frames.size() > 10_000) {
            throw new AwkException("function call nesting too deep");
        }
        frames.push(frame);
    }

    void leave() {
        frames.pop();
    }

    private Slot slot(int local) {
        Slot[] frame = frames.peek();
        if (frame == null) {
            throw new IllegalStateException("no function runs");
        }
        return frame[local];
    }

    Value get(Expression.Variable variable) {
        if (variable.local() < 0) {
            return get(variable.name());
        }
        Value value = slot(variable.local()).value;
        return value == null ? Value.EMPTY : value;
    }

    Value get(String name) {
        return variables.getOrDefault(name, Value.EMPTY);
    }

    void set(Expression.Variable variable, Value value) {
        if (variable.local() < 0) {
            variables.put(variable.name(), value);
        } else {
            slot(variable.local()).value = value;
        }
    }

    void set(String name, Value value) {
        variables.put(name, value);
    }

    Array array(Expression.Variable variable) {
        if (variable.local() < 0) {
            return array(variable.name());
        }
        Slot slot = slot(variable.local());
        Array array = slot.array;
        if (array == null) {
            array = new Array();
            slot.array = array;
        }
        return array;
    }

    Array array(String name) {
        return arrays.computeIfAbsent(name, key -> new Array());
    }

    /** Whether a name that is passed to a function stands for an array. */
    boolean isArray(Expression.Variable variable) {
        return variable.local() < 0 ? arrays.containsKey(variable.name()) : slot(variable.local()).array != null;
    }
}
