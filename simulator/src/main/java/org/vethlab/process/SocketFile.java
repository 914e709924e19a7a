package org.vethlab.process;

import java.util.function.BooleanSupplier;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.socket.Sockets;
import org.vethlab.net.tcp.TcpSocket;
import org.vethlab.net.udp.Datagram;
import org.vethlab.net.udp.UdpEndpoint;
import org.vethlab.time.VirtualClock;

/** Sockets as open files: {@code socket:[INODE]}; closed with the last descriptor, read and written by blocking. */
public final class SocketFile {
    private SocketFile() {}

    /** A TCP socket; while a process waits for it, it has the socket's {@code onChange}. */
    public static OpenFile of(Machine machine, TcpSocket socket) {
        return OpenFile.both(name(socket.inode()), new TcpReader(machine, socket), new TcpWriter(machine, socket));
    }

    /** A UDP socket. */
    public static OpenFile of(Machine machine, UdpEndpoint socket) {
        return OpenFile.both(name(socket.inode()), new UdpReader(machine, socket), new UdpWriter(socket));
    }

    /** What the descriptor of a socket is called in /proc/PID/fd. */
    public static String name(long inode) {
        return "socket:[" + inode + "]";
    }

    /** Blocks until the condition holds, which a socket's {@code onChange} is to make known by {@link Process#wake}. */
    private static void await(Process process, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            process.await(VirtualClock.NEVER);
        }
    }

    private static void close(Sockets.Handle socket) {
        socket.close();
    }

    private record TcpReader(Machine machine, TcpSocket socket) implements Input {
        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            Process process = machine.running();
            socket.onChange(process::wake);
            await(process, socket::isReadable);
            return socket.read(buffer, offset, length);
        }

        @Override
        public boolean isReady() {
            return socket.isReadable();
        }

        @Override
        public void watch(Process reader) {
            socket.onChange(reader::wake);
        }

        @Override
        public void close() {
            SocketFile.close(socket);
        }
    }

    private record TcpWriter(Machine machine, TcpSocket socket) implements Output {
        @Override
        public void write(byte[] buffer, int offset, int length) {
            Process process = machine.running();
            socket.onChange(process::wake);
            int done = 0;
            while (done < length) {
                await(process, socket::isWritable);
                done += writeSome(process, buffer, offset + done, length - done);
            }
        }

        private int writeSome(Process process, byte[] buffer, int offset, int length) {
            try {
                return socket.write(buffer, offset, length);
            } catch (NetException e) {
                if (e.errno() == Errno.EPIPE) {
                    process.signal(Signal.PIPE);
                    process.checkSignals();
                }
                throw e;
            }
        }
    }

    private record UdpReader(Machine machine, UdpEndpoint socket) implements Input {
        @Override
        public int read(byte[] buffer, int offset, int length) {
            Process process = machine.running();
            socket.onChange(process::wake);
            await(process, socket::isReadable);
            byte[] data = socket.receive().map(Datagram::data).orElse(new byte[0]);
            int count = Math.min(length, data.length);
            System.arraycopy(data, 0, buffer, offset, count);
            return count;
        }

        @Override
        public boolean isReady() {
            return socket.isReadable();
        }

        @Override
        public void watch(Process reader) {
            socket.onChange(reader::wake);
        }

        @Override
        public void close() {
            SocketFile.close(socket);
        }
    }

    private record UdpWriter(UdpEndpoint socket) implements Output {
        @Override
        public void write(byte[] buffer, int offset, int length) {
            socket.send(java.util.Arrays.copyOfRange(buffer, offset, offset + length));
        }
    }
}
