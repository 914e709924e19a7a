package org.vethlab.shell.variable;

import java.util.List;
import java.util.function.Supplier;

/** An array that the shell makes up each time it is asked for, like {@code PIPESTATUS}. */
public final class ComputedArray extends Variable {
    private final Supplier<List<String>> source;

    public ComputedArray(Supplier<List<String>> source) {
        this.source = source;
        add(Attribute.INDEXED);
    }

    @Override
    void refresh() {
        clear();
        List<String> values = source.get();
        for (int i = 0; i < values.size(); i++) {
            fill(i, values.get(i));
        }
    }
}
