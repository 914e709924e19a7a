package org.vethlab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;

class FramesTest {
    private static final MacAddress A = MacAddress.parse("02:00:00:00:00:aa");
    private static final MacAddress B = MacAddress.parse("02:00:00:00:00:bb");
    private static final Ipv4Address ONE = Ipv4Address.parse("10.0.0.1");
    private static final Ipv4Address TWO = Ipv4Address.parse("10.0.0.2");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyFrameReadsBackAsItWasWritten(long seed) {
        RandomFrames random = new RandomFrames(seed);
        for (int i = 0; i < 500; i++) {
            EthernetFrame frame = random.frame();
            byte[] bytes = Frames.write(frame);
            assertThat(bytes).hasSize(frame.length());
            assertThat(Frames.read(bytes)).isEqualTo(frame);
        }
    }

    /** Junk, cut frames and flipped bits either read or raise a WireException: anything else fails the test. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void junkRaisesOnlyWireExceptions(long seed) {
        RandomFrames random = new RandomFrames(seed);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = Frames.write(random.frame());
            bytes[random.below(bytes.length)] ^= (byte) (1 << random.below(8));
            refused += tryRead(bytes);
            refused += tryRead(Arrays.copyOf(bytes, random.below(bytes.length)));
            refused += tryRead(random.bytes(120));
        }
        assertThat(refused).isGreaterThan(4000);
    }

    private static int tryRead(byte[] bytes) {
        try {
            Frames.read(bytes);
            return 0;
        } catch (WireException e) {
            return 1;
        }
    }

    /** Bytes that Linux sent over a veth without checksum offload: ARP, NDP, MLDv2, ICMP, UDP, TCP, fragments. */
    @Test
    void readsAndWritesWhatLinuxSends() {
        PcapReader capture = new PcapReader(resource("veth.pcap"));
        assertThat(capture.linkType()).contains(LinkType.ETHERNET);
        int packets = 0;
        for (Optional<PcapPacket> next = capture.next(); next.isPresent(); next = capture.next()) {
            byte[] bytes = next.get().bytes();
            assertThat(Frames.write(Frames.read(bytes))).isEqualTo(bytes);
            packets++;
        }
        assertThat(packets).isEqualTo(33);
    }

    @Test
    void quotedPacketsMayBeCutShort() {
        UdpDatagram datagram = new UdpDatagram(40000, 33434, new byte[100]);
        Ipv4Packet packet = new Ipv4Packet(ONE, TWO, 1, 0, 7, false, false, 0, datagram);
        byte[] quoted = Arrays.copyOf(packet.toByteArray(), 28);
        assertThat(Ipv4Packet.readQuoted(quoted))
                .isEqualTo(packet.withPayload(new UdpDatagram(40000, 33434, new byte[0])));
        assertThatThrownBy(() -> Ipv4Packet.read(quoted)).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> Ipv4Packet.readQuoted(new byte[12])).isInstanceOf(WireException.class);
    }

    @Test
    void offloadedChecksumsHoldOnlyThePseudoHeader() {
        UdpDatagram datagram = new UdpDatagram(0xda0a, 5001, new byte[] {'h', 'u', 10});
        EthernetFrame frame =
                new EthernetFrame(B, A, new Ipv4Packet(ONE, TWO, 64, 0, 0x6d97, true, false, 0, datagram));
        // 10.0.0.1 + 10.0.0.2 + protocol 17 + length 11: 0x0a00 + 1 + 0x0a00 + 2 + 0x11 + 0xb
        assertThat(checksumAt(40, Frames.write(frame, ChecksumOffload.TRANSMIT)))
                .isEqualTo(0x141f);
        assertThat(checksumAt(40, Frames.write(frame))).isEqualTo(0x8bcc);
    }

    private static int checksumAt(int offset, byte[] bytes) {
        return (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(FramesTest.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
