package org.vethlab.shell.variable;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A variable that the shell makes up each time it is asked for, like {@code RANDOM}. */
public final class ComputedVariable extends Variable {
    private final Supplier<String> source;
    private final Consumer<String> sink;

    /** @param sink takes what is assigned */
    public ComputedVariable(Supplier<String> source, Consumer<String> sink) {
        this.source = source;
        this.sink = sink;
    }

    @Override
    public Optional<String> value() {
        return Optional.of(source.get());
    }

    @Override
    public void value(String value) {
        sink.accept(value);
    }

    /** A child shell makes its own: a copy would speak of the parent. */
    @Override
    Variable copy() {
        Variable copy = new Variable();
        copy.value(source.get());
        return copy;
    }
}
