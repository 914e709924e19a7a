package org.vethlab.process;

import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** A pipe (pipe(7)): 64 KiB between a writer that waits for room and a reader that waits for bytes. */
public final class Pipe {
    private static final int CAPACITY = 65536;

    private final Machine machine;
    private final OpenFile reader;
    private final OpenFile writer;
    private final WaitQueue bytesCame = new WaitQueue();
    private final WaitQueue roomCame = new WaitQueue();
    private byte[] buffer = new byte[1024];
    private int head;
    private int filled;
    private boolean readerClosed;
    private boolean writerClosed;

    Pipe(Machine machine, long inode) {
        this.machine = machine;
        String name = "pipe:[" + inode + "]";
        this.reader = OpenFile.reading(name, new Reader());
        this.writer = OpenFile.writing(name, new Writer());
    }

    /** The end to read from. */
    public OpenFile reader() {
        return reader;
    }

    /** The end to write to. */
    public OpenFile writer() {
        return writer;
    }

    private int take(byte[] target, int offset, int length) {
        int count = Math.min(length, filled);
        for (int i = 0; i < count; i++) {
            target[offset + i] = buffer[(head + i) % buffer.length];
        }
        head = (head + count) % buffer.length;
        filled -= count;
        return count;
    }

    private int put(byte[] source, int offset, int length) {
        int count = Math.min(length, CAPACITY - filled);
        growTo(filled + count);
        for (int i = 0; i < count; i++) {
            buffer[(head + filled + i) % buffer.length] = source[offset + i];
        }
        filled += count;
        return count;
    }

    private void growTo(int size) {
        if (size <= buffer.length) {
            return;
        }
        byte[] larger = new byte[Math.min(CAPACITY, Math.max(size, buffer.length * 2))];
        int count = filled;
        take(larger, 0, count);
        buffer = larger;
        head = 0;
        filled = count;
    }

    private final class Reader implements Input {
        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            bytesCame.await(machine.running(), () -> filled > 0 || writerClosed);
            if (filled == 0) {
                return -1;
            }
            int count = take(target, offset, length);
            roomCame.wakeAll();
            return count;
        }

        @Override
        public boolean isReady() {
            return filled > 0 || writerClosed;
        }

        @Override
        public void watch(Process reader) {
            bytesCame.add(reader);
        }

        @Override
        public void unwatch(Process reader) {
            bytesCame.remove(reader);
        }

        @Override
        public void close() {
            readerClosed = true;
            roomCame.wakeAll();
        }
    }

    private final class Writer implements Output {
        @Override
        public void write(byte[] source, int offset, int length) {
            Process process = machine.running();
            int done = 0;
            while (done < length) {
                roomCame.await(process, () -> filled < CAPACITY || readerClosed);
                if (readerClosed) {
                    process.signal(Signal.PIPE);
                    process.checkSignals();
                    throw new NetException(Errno.EPIPE);
                }
                done += put(source, offset + done, length - done);
                bytesCame.wakeAll();
            }
        }

        @Override
        public void close() {
            writerClosed = true;
            bytesCame.wakeAll();
        }
    }
}
