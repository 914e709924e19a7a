package org.vethlab.file;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** A directory of sysfs while it is put together: a file for each value. */
final class Attributes {
    private final Fixed directory = new Fixed(Errno.EACCES);

    Attributes text(String name, Supplier<String> value) {
        directory.with(name, () -> GeneratedFile.attribute(() -> value.get() + "\n"));
        return this;
    }

    Attributes number(String name, LongSupplier value) {
        return text(name, () -> Long.toString(value.getAsLong()));
    }

    Attributes flag(String name, Supplier<Boolean> value) {
        return text(name, () -> value.get() ? "1" : "0");
    }

    /** A number that can be written: decimal, octal or hexadecimal, as kstrtoul(base 0) reads it. */
    Attributes writable(String name, LongSupplier value, LongConsumer writer) {
        directory.with(
                name,
                () -> GeneratedFile.attribute(
                        () -> value.getAsLong() + "\n", text -> writer.accept(number(text.strip()))));
        return this;
    }

    /** What can only be written. */
    Attributes command(String name, Runnable action) {
        directory.with(name, () -> GeneratedFile.writeOnly(text -> action.run()));
        return this;
    }

    /** A word that can be written. */
    Attributes written(String name, Supplier<String> value, Consumer<String> writer) {
        directory.with(name, () -> GeneratedFile.attribute(() -> value.get() + "\n", writer));
        return this;
    }

    Attributes with(String name, Supplier<Node> node) {
        directory.with(name, node);
        return this;
    }

    Attributes hide(Set<String> names) {
        directory.hide(names);
        return this;
    }

    Node directory() {
        return directory;
    }

    static long number(String text) {
        try {
            long value = Long.decode(text);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new NetException(Errno.EINVAL);
        }
        throw new NetException(Errno.EINVAL);
    }
}
