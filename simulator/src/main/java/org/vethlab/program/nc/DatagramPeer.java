package org.vethlab.program.nc;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.net.udp.Datagram;
import org.vethlab.net.udp.UdpEndpoint;

/** To whom an unconnected UDP socket answers: whoever was heard last (nc -k -u). */
final class DatagramPeer {
    private final Consumer<Endpoint> newcomer;
    private @Nullable Endpoint last;

    /** @param newcomer told of everyone who was not the one before */
    DatagramPeer(Optional<Endpoint> known, Consumer<Endpoint> newcomer) {
        this.last = known.orElse(null);
        this.newcomer = newcomer;
    }

    void heard(Datagram datagram) {
        if (!datagram.from().equals(last)) {
            newcomer.accept(datagram.from());
            last = datagram.from();
        }
    }

    void send(UdpEndpoint socket, byte[] data) {
        Endpoint to = last;
        if (socket.isConnected() || to == null) {
            socket.send(data);
        } else {
            socket.sendTo(to, data);
        }
    }
}
