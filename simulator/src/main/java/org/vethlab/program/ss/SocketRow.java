package org.vethlab.program.ss;

import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.tcp.TcpRow;
import org.vethlab.net.tcp.TcpState;

/** A socket of any kind as ss lists it; {@code tcp} is there for TCP only. */
record SocketRow(
        SocketKind kind,
        TcpState state,
        boolean ipv6,
        boolean onlyIpv6,
        Endpoint local,
        Endpoint remote,
        Optional<Device> device,
        long receiveQueue,
        long sendQueue,
        long inode,
        Optional<TcpRow> tcp) {}
