package org.vethlab.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.process.Process;

/** A regular file in memory. Who reads while another writes sees what has been written so far. */
final class MemoryFile implements Node.Content {
    /** The file system is not larger either. */
    private static final int LARGEST = 1 << 26;

    private final long inode;
    private @Nullable Supplier<byte[]> unmade;
    private byte[] bytes = new byte[0];
    private int size;
    private int permissions;
    private long modified;

    MemoryFile(long inode, int permissions, long now) {
        this.inode = inode;
        this.permissions = permissions;
        this.modified = now;
    }

    MemoryFile with(String text) {
        fill(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A file whose bytes are only made when somebody looks at it. */
    MemoryFile later(Supplier<byte[]> content) {
        unmade = content;
        return this;
    }

    private void make() {
        Supplier<byte[]> content = unmade;
        if (content != null) {
            unmade = null;
            fill(content.get());
        }
    }

    /** Takes bytes as they are: they are not copied. */
    void fill(byte[] content) {
        bytes = content;
        size = content.length;
    }

    @Override
    public FileStatus status(Process viewer) {
        make();
        return new FileStatus(FileStatus.Type.REGULAR, permissions, size, inode, 1, modified);
    }

    @Override
    public void permissions(int bits) {
        permissions = bits;
    }

    @Override
    public void touch(long now) {
        modified = now;
    }

    @Override
    public Input read(Process viewer) {
        make();
        return new Input() {
            private int position;

            @Override
            public int read(byte[] target, int offset, int length) {
                int count = Math.min(length, size - position);
                if (count <= 0) {
                    return length == 0 ? 0 : -1;
                }
                System.arraycopy(bytes, position, target, offset, count);
                position += count;
                return count;
            }
        };
    }

    @Override
    public Output write(Process viewer, boolean append) {
        make();
        if (!append) {
            size = 0;
        }
        modified = viewer.machine().clock().now();
        return new Output() {
            private int position;

            @Override
            public void write(byte[] source, int offset, int length) {
                position = append ? size : position;
                store(position, source, offset, length);
                position += length;
                modified = viewer.machine().clock().now();
            }
        };
    }

    /** Bytes may be stored behind the end: another opener has cut the file, and a hole of zeroes is left. */
    private void store(int position, byte[] source, int offset, int length) {
        int end = position + length;
        if (end > LARGEST) {
            throw new NetException(Errno.ENOSPC);
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        if (position > size) {
            Arrays.fill(bytes, size, position, (byte) 0);
        }
        System.arraycopy(source, offset, bytes, position, length);
        size = Math.max(size, end);
    }
}
