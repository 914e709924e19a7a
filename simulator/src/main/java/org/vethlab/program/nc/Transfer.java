package org.vethlab.program.nc;

import java.util.Arrays;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;
import org.vethlab.process.Process;
import org.vethlab.program.Context;
import org.vethlab.time.VirtualClock;

/** Standard input to the network, the network to standard output, until there is nothing left to do (readwrite). */
final class Transfer {
    private static final int BUFFER = 16_384;
    private static final long SECOND = 1_000_000_000L;

    private final Context context;
    private final NcOptions options;
    private final Channel channel;
    private final Input input;
    private final byte[] waiting = new byte[BUFFER];
    private int filled;
    private int received;
    private boolean inputOpen;
    private boolean networkOutOpen = true;
    private boolean networkInOpen = true;
    private boolean outputOpen = true;
    private long quitAt = VirtualClock.NEVER;

    Transfer(Context context, NcOptions options, Channel channel) {
        this.context = context;
        this.options = options;
        this.channel = channel;
        this.input = context.in();
        this.inputOpen = !options.has("d");
    }

    void run() {
        Process process = context.process();
        input.watch(process);
        try {
            while (!isOver() && awaitEvent(process)) {
                step();
            }
        } finally {
            input.unwatch(process);
        }
    }

    private boolean isOver() {
        boolean inputsGone = !inputOpen && !networkInOpen;
        boolean outputsGone = !networkOutOpen && !outputOpen;
        boolean served = options.has("l") && !networkInOpen;
        return filled == 0 && (inputsGone || served) || outputsGone;
    }

    /** @return false when nothing happened for as long as -w says, or the time of -q is over */
    private boolean awaitEvent(Process process) {
        long timeout =
                options.timeout() < 0 ? VirtualClock.NEVER : context.clock().now() + options.timeout() * SECOND;
        long deadline = Math.min(timeout, quitAt);
        while (!hasEvent()) {
            if (context.clock().now() >= deadline) {
                return false;
            }
            process.await(deadline);
        }
        return context.clock().now() < quitAt || quitAt == VirtualClock.NEVER;
    }

    private boolean hasEvent() {
        boolean network = channel.hasError() || networkOutOpen && channel.isHungUp();
        return network
                || inputOpen && filled < BUFFER && input.isReady()
                || networkOutOpen && filled > 0 && channel.isWritable()
                || networkInOpen && (channel.isReadable() || channel.isHungUp());
    }

    private void step() {
        if (channel.hasError()) {
            fail();
        }
        boolean readable = networkInOpen && channel.isReadable();
        if (networkOutOpen && channel.isHungUp()) {
            networkOutOpen = false;
        }
        if (networkInOpen && channel.isHungUp() && !readable) {
            networkInOpen = false;
        }
        inputOpen &= networkOutOpen;
        if (inputOpen && filled < BUFFER && input.isReady()) {
            readInput();
        }
        if (networkOutOpen && filled > 0 && channel.isWritable()) {
            writeNetwork();
        }
        if (readable) {
            readNetwork();
        }
        if (!inputOpen && filled == 0 && networkOutOpen) {
            inputEnded();
        }
        outputOpen &= networkInOpen;
    }

    /** The socket is broken: neither direction goes on. */
    private void fail() {
        networkOutOpen = false;
        networkInOpen = false;
        inputOpen = false;
        filled = 0;
    }

    private void readInput() {
        int count = input.read(waiting, filled, BUFFER - filled);
        if (count <= 0) {
            inputOpen = false;
            return;
        }
        if (options.has("C")) {
            addReturns(count);
        } else {
            filled += count;
        }
    }

    private void addReturns(int count) {
        byte[] read = Arrays.copyOfRange(waiting, filled, filled + count);
        for (int i = 0; i < read.length && filled < BUFFER; i++) {
            if (read[i] == '\n' && (filled == 0 || waiting[filled - 1] != '\r')) {
                waiting[filled++] = '\r';
            }
            waiting[Math.min(filled++, BUFFER - 1)] = read[i];
        }
        filled = Math.min(filled, BUFFER);
    }

    private void writeNetwork() {
        try {
            int line = options.interval() > 0 ? lineLength() : filled;
            int taken = channel.write(waiting, line);
            System.arraycopy(waiting, taken, waiting, 0, filled - taken);
            filled -= taken;
            if (options.interval() > 0) {
                context.sleep(options.interval() * SECOND);
            }
        } catch (NetException broken) {
            networkOutOpen = false;
            filled = 0;
        }
    }

    private int lineLength() {
        for (int i = 0; i < filled; i++) {
            if (waiting[i] == '\n') {
                return i + 1;
            }
        }
        return filled;
    }

    private void readNetwork() {
        byte[] buffer = new byte[BUFFER];
        int count = readSome(buffer);
        networkInOpen = count >= 0;
        if (count > 0) {
            write(buffer, count);
            received++;
        }
        if (options.receiveLimit() > 0 && received >= options.receiveLimit()) {
            networkInOpen = false;
            inputOpen = false;
        }
    }

    private int readSome(byte[] buffer) {
        try {
            return channel.read(buffer);
        } catch (NetException e) {
            return -1;
        }
    }

    private void write(byte[] buffer, int count) {
        try {
            context.out().write(buffer, 0, count);
        } catch (NetException e) {
            if (e.errno() != Errno.EPIPE && e.errno() != Errno.EBADF) {
                throw e;
            }
            outputOpen = false;
            networkInOpen = false;
        }
    }

    private void inputEnded() {
        if (options.shutsDown()) {
            channel.shutdownWrite();
        }
        networkOutOpen = false;
        if (options.quit() >= 0) {
            quitAt = context.clock().now() + options.quit() * SECOND;
        }
    }
}
