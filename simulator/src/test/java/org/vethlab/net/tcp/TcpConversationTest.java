package org.vethlab.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vethlab.net.TestNetwork.SECOND;
import static org.vethlab.net.TestNetwork.address;
import static org.vethlab.net.TestNetwork.device;
import static org.vethlab.net.TestNetwork.ip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.TestNetwork;
import org.vethlab.net.socket.Endpoint;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Ipv4Packet;
import org.vethlab.wire.TcpSegment;

/** Two hosts on a cable, 10.0.0.1 and 10.0.0.2: how connections begin, carry data, and end. */
class TcpConversationTest {
    private static final int PORT = 8080;

    private final TestNetwork network = new TestNetwork();
    private final Namespace client = network.host();
    private final Namespace server = network.host();
    private final List<TcpSegment> onTheWire = new ArrayList<>();
    private boolean cut;

    @BeforeEach
    void connect() {
        network.cable(client, "c0", 1, server, "s0", 2);
        address(client, "c0", "10.0.0.1", 24);
        address(server, "s0", "10.0.0.2", 24);
        client.sockets().tap(Optional.of(device(client, "c0")), (device, type, frame, time) -> note(frame));
        network.clock().advance(SECOND);
    }

    private void note(EthernetFrame frame) {
        if (frame.payload() instanceof Ipv4Packet packet && packet.payload() instanceof TcpSegment segment) {
            onTheWire.add(segment);
        }
    }

    private TcpSocket listen(int backlog) {
        TcpSocket socket = server.tcp().open(false);
        socket.settings().reuseAddress(true);
        socket.bind(new Endpoint(ip("0.0.0.0"), PORT));
        socket.listen(backlog);
        return socket;
    }

    private TcpSocket dial() {
        TcpSocket socket = client.tcp().open(false);
        socket.connect(new Endpoint(ip("10.0.0.2"), PORT));
        network.clock().advance(SECOND / 100);
        return socket;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String read(TcpSocket socket) {
        byte[] buffer = new byte[100_000];
        int count = socket.read(buffer, 0, buffer.length);
        return new String(buffer, 0, Math.max(0, count), StandardCharsets.US_ASCII);
    }

    @Test
    void dataGoesBothWaysAndTheFirstToCloseWaits() {
        TcpSocket listener = listen(1);
        TcpSocket near = dial();
        TcpSocket far = listener.accept().orElseThrow();
        near.write(bytes("hello"), 0, 5);
        network.clock().advance(SECOND / 100);
        assertThat(read(far)).isEqualTo("hello");
        near.shutdownWrite();
        network.clock().advance(SECOND / 10);
        assertThat(near.state()).isEqualTo(TcpState.FIN_WAIT2);
        assertThat(far.state()).isEqualTo(TcpState.CLOSE_WAIT);
        far.close();
        network.clock().advance(SECOND / 100);
        assertThat(near.state()).isEqualTo(TcpState.TIME_WAIT);
        assertThat(server.tcp().connections()).isEmpty();
        network.clock().advance(70 * SECOND);
        assertThat(client.tcp().connections()).isEmpty();
    }

    @Test
    void theFirstSynIsLinuxs() {
        dial();
        TcpSegment syn = onTheWire.get(0);
        TcpOptions options = TcpOptions.of(syn);
        assertThat(syn.window()).isEqualTo(64240);
        assertThat(options.mss()).isEqualTo(1460);
        assertThat(options.sackPermitted()).isTrue();
        assertThat(options.timestamps()).isTrue();
        assertThat(options.windowScale()).hasValue(10);
        assertThat(onTheWire.get(1).flags()).isEqualTo(TcpSegment.RST | TcpSegment.ACK);
    }

    @Test
    void aClosedPortRefuses() {
        TcpSocket socket = dial();
        assertThat(socket.isWritable()).isTrue();
        assertThat(socket.takeError()).contains(Errno.ECONNREFUSED);
    }

    @Test
    void aSilentHostIsAskedAgainUntilTheConnectionTimesOut() {
        client.sysctls().write("net/ipv4/tcp_syn_retries", "2");
        client.sysctls().write("net/ipv4/tcp_syn_linear_timeouts", "0");
        network.route(client, "10.7.0.0", 16, "c0", "10.0.0.2");
        TcpSocket socket = client.tcp().open(false);
        socket.connect(new Endpoint(ip("10.7.0.9"), PORT));
        network.clock().advance(20 * SECOND);
        long syns =
                onTheWire.stream().filter(one -> one.flags() == TcpSegment.SYN).count();
        assertThat(syns).isEqualTo(3);
        assertThat(socket.takeError()).contains(Errno.ETIMEDOUT);
    }

    @Test
    void unreadBytesMakeTheEndAReset() {
        TcpSocket listener = listen(1);
        TcpSocket near = dial();
        TcpSocket far = listener.accept().orElseThrow();
        near.write(bytes("x"), 0, 1);
        network.clock().advance(SECOND / 100);
        far.close();
        network.clock().advance(SECOND / 100);
        assertThat(near.takeError()).contains(Errno.ECONNRESET);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "3, 4"})
    void aBacklogHoldsOneMoreThanItSays(int backlog, int established) {
        listen(backlog);
        for (int i = 0; i < 8; i++) {
            dial();
        }
        long waiting = server.tcp().rows().stream()
                .filter(row -> row.state() == TcpState.ESTABLISHED)
                .count();
        assertThat(waiting).isEqualTo(established);
    }

    @Test
    void muchDataArrivesWhole() {
        TcpSocket listener = listen(1);
        TcpSocket near = dial();
        TcpSocket far = listener.accept().orElseThrow();
        String text = "0123456789".repeat(30_000);
        assertThat(near.write(bytes(text), 0, text.length())).isEqualTo(text.length());
        StringBuilder got = new StringBuilder();
        for (int i = 0; i < 1000 && got.length() < text.length(); i++) {
            network.clock().advance(SECOND / 1000);
            if (far.isReadable()) {
                got.append(read(far));
            }
        }
        assertThat(got.toString()).isEqualTo(text);
        assertThat(onTheWire).allMatch(segment -> segment.length() <= 1480);
    }

    @Test
    void aPortIsTakenOnce() {
        listen(1);
        TcpSocket second = server.tcp().open(false);
        assertThatThrownBy(() -> second.bind(new Endpoint(ip("10.0.0.2"), PORT)))
                .isInstanceOfSatisfying(
                        NetException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EADDRINUSE));
    }
}
