package org.vethlab.file;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.process.Process;

/** A file of /proc or /sys: its text is made when it is opened; each write(2) is taken as a whole. */
final class GeneratedFile implements Node.Content {
    private final Supplier<String> text;
    private final @Nullable Consumer<String> writer;
    private final int size;
    private final int permissions;

    private GeneratedFile(Supplier<String> text, @Nullable Consumer<String> writer, int size, int permissions) {
        this.text = text;
        this.writer = writer;
        this.size = size;
        this.permissions = permissions;
    }

    static GeneratedFile of(Supplier<String> text) {
        return new GeneratedFile(text, null, 0, 0444);
    }

    static GeneratedFile writable(Supplier<String> text, Consumer<String> writer) {
        return new GeneratedFile(text, writer, 0, 0644);
    }

    /** A sysctl: one that is to be read only is closed to root, too (test_perm). */
    static GeneratedFile setting(Supplier<String> text, Consumer<String> writer, int permissions) {
        return new GeneratedFile(text, writer, 0, permissions);
    }

    static GeneratedFile writeOnly(Consumer<String> writer) {
        return new GeneratedFile(
                () -> {
                    throw new NetException(Errno.EACCES);
                },
                writer,
                0,
                0200);
    }

    /** A file of sysfs, which claims a page of size. */
    static GeneratedFile attribute(Supplier<String> text) {
        return new GeneratedFile(text, null, 4096, 0444);
    }

    /** A file of sysfs that can be written. */
    static GeneratedFile attribute(Supplier<String> text, Consumer<String> writer) {
        return new GeneratedFile(text, writer, 4096, 0644);
    }

    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.REGULAR, permissions, size, 0, 1, 0);
    }

    @Override
    public Input read(Process viewer) {
        return new Bytes(text.get().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Output write(Process viewer, boolean append) {
        Consumer<String> taker = writer;
        if (taker == null || (permissions & 0222) == 0) {
            throw new NetException(Errno.EACCES);
        }
        return (buffer, offset, length) -> taker.accept(new String(buffer, offset, length, StandardCharsets.UTF_8));
    }
}
