package org.vethlab.capture.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.wire.LinkType;

/** Packets taken apart: the lines are those of tshark 4.0 for the same bytes. */
class DissectorTest {
    private static final String ETHERNET = "02000000000202000000000108";

    private static Dissection dissect(String hex) {
        return new Dissector().dissect(LinkType.ETHERNET, HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "06 0001080006040001020000000001c0a80501000000000000c0a80502|ARP|Who has 192.168.5.2? Tell 192.168.5.1",
                "06 0001080006040002020000000001c0a80501020000000002c0a80502|ARP|192.168.5.1 is at 02:00:00:00:00:01",
                "06 0001080006040001020000000001c0a80501000000000000c0a80501|ARP|Gratuitous ARP for 192.168.5.1"
                        + " (Request)",
                "06 000108000604000102000000000100000000000000000000c0a80501|ARP|Who has 192.168.5.1? (ARP Probe)",
                "00 450000540001400040010000c0a80501c0a805020800000012340007|ICMP|Echo (ping) request  id=0x1234,"
                        + " seq=7/1792, ttl=64",
                "00 450000380001400040010000c0a80501c0a805020303000000000000450000200001000040110000c0a80502c0a80501"
                        + "1234003500000000|ICMP|Destination unreachable (Port unreachable)",
                "00 450000380001400040010000c0a80501c0a805020b000000000000004500001c0001000001110000c0a80502c0a80501"
                        + "1234829a00000000|ICMP|Time-to-live exceeded (Time to live exceeded in transit)",
                "00 450000280001400040060000c0a80501c0a80502c3500050000000640000000050020200000000000000|TCP|"
                        + "50000 → 80 [SYN] Seq=0 Win=512 Len=0",
                "00 4500001d0001400040110000c0a80501c0a80502c35000350009000061|UDP|50000 → 53 Len=1",
            })
    void saysWhatWiresharkSays(String payload, String protocol, String info) {
        Dissection dissection = dissect(ETHERNET + payload.replace(" ", ""));
        assertThat(dissection.protocol()).isEqualTo(protocol);
        assertThat(dissection.info()).isEqualTo(info);
    }

    @Test
    void sequenceNumbersAreToldFromTheBeginning() {
        Dissector dissector = new Dissector();
        String ip = ETHERNET + "00450000280001400040060000c0a80501c0a80502c3500050";
        HexFormat hex = HexFormat.of();
        dissector.dissect(
                LinkType.ETHERNET, hex.parseHex(ip + "fffffff00000000050020200000000000000".substring(0, 32)));
        Dissection next = dissector.dissect(LinkType.ETHERNET, hex.parseHex(ip + "00000005000000005010020000000000"));
        assertThat(next.info()).startsWith("50000 → 80 [ACK] Seq=21 ");
    }

    @Test
    void layersAreNamedAsInWireshark() {
        Dissection dissection = dissect(ETHERNET + "00450000540001400040010000c0a80501c0a805020800000012340007");
        assertThat(dissection.layers())
                .extracting(Layer::title)
                .containsExactly(
                        "Ethernet II, Src: 02:00:00:00:00:01, Dst: 02:00:00:00:00:02",
                        "Internet Protocol Version 4, Src: 192.168.5.1, Dst: 192.168.5.2",
                        "Internet Control Message Protocol");
        assertThat(dissection.layers().get(1).fields())
                .extracting(Layer.Field::toString)
                .contains("Time to Live: 64", "Flags: 0x2, Don't fragment", "Protocol: ICMP (1)");
    }

    @Test
    void aTagIsALayer() {
        Dissection dissection = dissect(
                "0200000000020200000000018100000a0806" + "0001080006040001020000000001c0a80501000000000000c0a80502");
        assertThat(dissection.layers()).extracting(Layer::title).contains("802.1Q Virtual LAN, PRI: 0, DEI: 0, ID: 10");
        assertThat(dissection.protocol()).isEqualTo("ARP");
    }

    @Test
    void whatEndsTooEarlyIsShownAsFarAsItGoes() {
        Dissection dissection = dissect(ETHERNET + "004500005400014000");
        assertThat(dissection.layers()).last().extracting(Layer::title).isEqualTo("[Malformed Packet: IPv4]");
    }

    @RepeatedTest(300)
    void junkIsNoException(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        byte[] bytes = HexFormat.of()
                .parseHex(
                        ETHERNET + "00450000540001400040060000c0a80501c0a80502c350005000000064000000008002020000000000"
                                + "020405b40402080a0000000100000000");
        for (int i = 0; i < 5; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        byte[] cut = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        assertThat(new Dissector().dissect(LinkType.ETHERNET, cut).layers()).isNotEmpty();
    }
}
