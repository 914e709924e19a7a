package org.vethlab.program.nc;

import org.vethlab.net.tcp.TcpSocket;
import org.vethlab.net.udp.Datagram;
import org.vethlab.net.udp.UdpEndpoint;

/** The network side of nc: a TCP connection, or UDP with one other end. */
sealed interface Channel {
    boolean isReadable();

    boolean isWritable();

    /** Both directions are over (POLLHUP). */
    boolean isHungUp();

    boolean hasError();

    /** @return how many bytes; 0 if there are none yet, -1 at the end */
    int read(byte[] buffer);

    /** @return how many bytes were taken. @throws NetException the socket's error */
    int write(byte[] bytes, int length);

    void shutdownWrite();

    /** TCP. */
    record Stream(TcpSocket socket) implements Channel {
        @Override
        public boolean isReadable() {
            return socket.isReadable();
        }

        @Override
        public boolean isWritable() {
            return socket.isWritable();
        }

        @Override
        public boolean isHungUp() {
            return socket.isHungUp();
        }

        @Override
        public boolean hasError() {
            return socket.hasError();
        }

        @Override
        public int read(byte[] buffer) {
            return socket.read(buffer, 0, buffer.length);
        }

        @Override
        public int write(byte[] bytes, int length) {
            return socket.write(bytes, 0, length);
        }

        @Override
        public void shutdownWrite() {
            socket.shutdownWrite();
        }
    }

    /** UDP: an empty datagram does not end it, and there is no end to tell. */
    record Datagrams(UdpEndpoint socket, DatagramPeer peer) implements Channel {
        @Override
        public boolean isReadable() {
            return socket.isReadable();
        }

        @Override
        public boolean isWritable() {
            return true;
        }

        @Override
        public boolean isHungUp() {
            return false;
        }

        @Override
        public boolean hasError() {
            return socket.hasError();
        }

        /** Surprising: to nc an empty datagram is the end, as it reads 0 bytes. */
        @Override
        public int read(byte[] buffer) {
            Datagram datagram = socket.receive().orElseThrow();
            peer.heard(datagram);
            int count = Math.min(buffer.length, datagram.data().length);
            System.arraycopy(datagram.data(), 0, buffer, 0, count);
            return count == 0 ? -1 : count;
        }

        @Override
        public int write(byte[] bytes, int length) {
            peer.send(socket, java.util.Arrays.copyOf(bytes, length));
            return length;
        }

        @Override
        public void shutdownWrite() {}
    }
}
