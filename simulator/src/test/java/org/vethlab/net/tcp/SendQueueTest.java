package org.vethlab.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written and acknowledged, each sequence number keeps its byte. */
class SendQueueTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void bytesKeepTheirNumbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SendQueue queue = new SendQueue();
        queue.start(0);
        long acknowledged = 0;
        for (int round = 0; round < 500; round++) {
            byte[] data = new byte[random.nextInt(3000)];
            for (int i = 0; i < data.length; i++) {
                data[i] = (byte) (queue.end() + i);
            }
            queue.write(data, 0, data.length);
            acknowledged += random.nextInt(queue.length() + 1);
            queue.acknowledge(acknowledged);
            if (queue.length() > 0) {
                int last = queue.length() - 1;
                assertThat(queue.copy(acknowledged, 1)[0]).isEqualTo((byte) acknowledged);
                assertThat(queue.copy(acknowledged + last, 1)[0]).isEqualTo((byte) (acknowledged + last));
            }
        }
    }
}
