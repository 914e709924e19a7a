package org.vethlab.net.sched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vethlab.net.TestNetwork.MILLISECOND;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.TestNetwork;
import org.vethlab.net.link.Device;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.RawPayload;

/** Where qdiscs may be put, and what they do to packets. */
class QueueingDisciplinesTest {
    /** Ticks of 64 ns in a millisecond. */
    private static final long TICKS = 15_625;

    private final TestNetwork network = new TestNetwork();
    private final Device sender = device();
    private long arrivedBefore;

    private Device device() {
        Namespace left = network.host();
        Namespace right = network.host();
        network.cable(left, "left", 1, right, "right", 2);
        return left.devices().byName("left").orElseThrow();
    }

    @BeforeEach
    void start() {
        arrivedBefore = sender.statistics().txPackets;
    }

    private void set(Verb verb, String kind, QdiscOptions options) {
        QdiscRequest request = new QdiscRequest(Handle.ROOT, Handle.NONE, Optional.of(kind), Optional.of(options));
        new QueueingDisciplines(sender).modify(verb, request);
    }

    private static QdiscOptions netem(long latency, long loss, long duplicate) {
        return new QdiscOptions.Netem(
                1000,
                latency,
                0,
                loss,
                0,
                duplicate,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private boolean send(int length) {
        byte[] payload = new byte[length - EthernetFrame.HEADER_LENGTH];
        MacAddress address = MacAddress.parse("02:00:00:00:00:09");
        return sender.transmit(new EthernetFrame(address, sender.address(), new RawPayload(0x88b5, payload)));
    }

    private long sentAfter(long nanos) {
        network.clock().advance(nanos);
        return sender.statistics().txPackets - arrivedBefore;
    }

    @Test
    void delaysEachPacket() {
        set(Verb.ADD, "netem", netem(50 * TICKS, 0, 0));
        assertThat(send(100)).isTrue();
        assertThat(sentAfter(49 * MILLISECOND)).isZero();
        assertThat(sentAfter(2 * MILLISECOND)).isEqualTo(1);
    }

    @ParameterizedTest(name = "loss {0}, duplicate {1}: {2} of 1 packet leave")
    @CsvSource({"0, 0, 1", "4294967295, 0, 0", "0, 4294967295, 2"})
    void losesAndDoubles(long loss, long duplicate, long leaving) {
        set(Verb.ADD, "netem", netem(0, loss, duplicate));
        assertThat(send(100)).as("a lost packet counts as sent").isTrue();
        assertThat(sentAfter(MILLISECOND)).isEqualTo(leaving);
    }

    /** 125 bytes a millisecond, 1000 at once: five packets of 500 bytes need 12 ms. */
    @Test
    void tokenBucketSpreadsPacketsOverTime() {
        RateSpec rate = new RateSpec(125_000, 0, 1000, 0, 0, false);
        set(Verb.ADD, "tbf", new QdiscOptions.TokenBucket(rate, Optional.empty(), 10_000));
        for (int i = 0; i < 5; i++) {
            assertThat(send(500)).isTrue();
        }
        assertThat(sentAfter(0)).isEqualTo(2);
        assertThat(sentAfter(5 * MILLISECOND)).isEqualTo(3);
        assertThat(sentAfter(8 * MILLISECOND)).isEqualTo(5);
    }

    @Test
    void tokenBucketRefusesWhatIsLongerThanItsBurst() {
        RateSpec rate = new RateSpec(125_000, 0, 400, 0, 0, false);
        set(Verb.ADD, "tbf", new QdiscOptions.TokenBucket(rate, Optional.empty(), 10_000));
        assertThat(send(500)).as("its sender hears of it").isFalse();
    }

    @ParameterizedTest(name = "{0} of {1} over pfifo: {2}")
    @CsvSource({
        "ADD, bfifo, ''",
        "ADD, pfifo, 'Exclusivity flag on, cannot modify'",
        "CHANGE, bfifo, ''",
        "CHANGE, pfifo, ''",
        "REPLACE, pfifo, ''",
        "REPLACE, nosuch, 'Specified qdisc kind is unknown'",
    })
    void whatMayFollowWhat(Verb verb, String kind, String refusal) {
        QdiscOptions limit = new QdiscOptions.Fifo(OptionalLong.of(5));
        set(Verb.ADD, "pfifo", limit);
        if (refusal.isEmpty()) {
            set(verb, kind, limit);
            assertThat(QueueingDisciplines.list(sender))
                    .extracting(QdiscRow::kind)
                    .containsExactly(kind);
        } else {
            assertThatThrownBy(() -> set(verb, kind, limit))
                    .isInstanceOf(NetException.class)
                    .hasMessage(refusal);
        }
    }

    @Test
    void whatTheUserTakesAwayLeavesTheDevicesOwn() {
        set(Verb.ADD, "pfifo", new QdiscOptions.Fifo(OptionalLong.empty()));
        new QueueingDisciplines(sender)
                .delete(new QdiscRequest(Handle.ROOT, Handle.NONE, Optional.empty(), Optional.empty()));
        List<QdiscRow> rows = QueueingDisciplines.list(sender);
        assertThat(rows).extracting(QdiscRow::kind).containsExactly("noqueue");
        assertThat(rows.get(0).handle()).isEqualTo(Handle.NONE);
    }
}
