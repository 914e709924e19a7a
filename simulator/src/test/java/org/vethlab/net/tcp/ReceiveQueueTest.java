package org.vethlab.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes come out in order, each once, whatever order and overlap they came in. */
class ReceiveQueueTest {
    private static final String TEXT = "the quick brown fox jumps over the lazy dog";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyOrderGivesTheText(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReceiveQueue queue = new ReceiveQueue();
        long next = 100;
        while (next < 100 + TEXT.length()) {
            int start = random.nextInt(TEXT.length());
            int end = Math.min(TEXT.length(), start + 1 + random.nextInt(9));
            next = queue.add(next, 100 + start, TEXT.substring(start, end).getBytes(StandardCharsets.US_ASCII));
        }
        byte[] read = new byte[TEXT.length()];
        assertThat(queue.read(read, 0, read.length)).isEqualTo(TEXT.length());
        assertThat(new String(read, StandardCharsets.US_ASCII)).isEqualTo(TEXT);
        assertThat(queue.length()).isZero();
    }

    @Test
    void whatComesTooEarlyWaits() {
        ReceiveQueue queue = new ReceiveQueue();
        assertThat(queue.add(0, 5, new byte[3])).isZero();
        assertThat(queue.hasEarly()).isTrue();
        assertThat(queue.add(0, 0, new byte[5])).isEqualTo(8);
        assertThat(queue.hasEarly()).isFalse();
    }
}
