package org.vethlab.file;

import java.util.Arrays;
import java.util.function.Function;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;
import org.vethlab.process.Input;
import org.vethlab.process.OpenFile;
import org.vethlab.process.Output;
import org.vethlab.process.Process;

/** A character device below /dev. */
final class DeviceFile implements Node.Content {
    private static final Input END = (buffer, offset, length) -> -1;
    private static final Output NOWHERE = (buffer, offset, length) -> {};
    private static final Output FULL = (buffer, offset, length) -> {
        throw new NetException(Errno.ENOSPC);
    };

    private final Function<Process, Input> input;
    private final Function<Process, Output> output;

    private DeviceFile(Function<Process, Input> input, Function<Process, Output> output) {
        this.input = input;
        this.output = output;
    }

    static DeviceFile nothing() {
        return new DeviceFile(viewer -> END, viewer -> NOWHERE);
    }

    static DeviceFile zeroes() {
        return new DeviceFile(DeviceFile::zeroesFor, viewer -> NOWHERE);
    }

    static DeviceFile full() {
        return new DeviceFile(DeviceFile::zeroesFor, viewer -> FULL);
    }

    /** There is no end to them: who reads on and on may be interrupted. */
    private static Input zeroesFor(Process viewer) {
        return (buffer, offset, length) -> {
            viewer.machine().running().checkSignals();
            Arrays.fill(buffer, offset, offset + length, (byte) 0);
            return length;
        };
    }

    /** Random bytes of the world's own seed. */
    static DeviceFile random() {
        return new DeviceFile(
                viewer -> (buffer, offset, length) -> {
                    viewer.machine().running().checkSignals();
                    for (int i = 0; i < length; i++) {
                        buffer[offset + i] =
                                (byte) viewer.machine().world().random().nextInt(256);
                    }
                    return length;
                },
                viewer -> NOWHERE);
    }

    /** /dev/tty: the controlling terminal of whoever opens it. */
    static DeviceFile terminal() {
        return new DeviceFile(
                viewer -> controlling(viewer).input(),
                viewer -> controlling(viewer).output());
    }

    /** A file that some process has open, opened anew: what /proc/PID/fd/N leads to. Closing it leaves that one open. */
    static DeviceFile open(OpenFile file) {
        return new DeviceFile(
                viewer -> (buffer, offset, length) -> file.input().read(buffer, offset, length),
                viewer -> (buffer, offset, length) -> file.output().write(buffer, offset, length));
    }

    private static OpenFile controlling(Process viewer) {
        return viewer.terminal()
                .orElseThrow(() -> new NetException(Errno.ENXIO))
                .file();
    }

    @Override
    public FileStatus status(Process viewer) {
        return new FileStatus(FileStatus.Type.CHARACTER_DEVICE, 0666, 0, 0, 1, 0);
    }

    @Override
    public Input read(Process viewer) {
        return input.apply(viewer);
    }

    @Override
    public Output write(Process viewer, boolean append) {
        return output.apply(viewer);
    }
}
