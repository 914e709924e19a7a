package org.vethlab.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vethlab.wire.TcpSegment;

/** The options of a TCP segment, written and read back. */
class TcpOptionsTest {
    private static TcpSegment with(byte[] options) {
        return new TcpSegment(1, 2, 0, 0, TcpSegment.SYN, 0, options, new byte[0]);
    }

    @Test
    void whatIsWrittenIsRead() {
        TcpOptions options = new TcpOptions(1460, OptionalInt.of(7), true, true, 123456, 0xffff_ffffL);
        assertThat(options.bytes()).hasSize(20);
        assertThat(TcpOptions.of(with(options.bytes()))).isEqualTo(options);
    }

    @Test
    void withoutTimeStampsSackIsPaddedInFront() {
        byte[] bytes = new TcpOptions(1460, OptionalInt.empty(), true, false, 0, 0).bytes();
        assertThat(bytes).containsExactly(2, 4, 5, 0xb4, 1, 1, 4, 2);
    }

    @Test
    void whatIsCutShortCountsAsNotSaid() {
        assertThat(TcpOptions.of(with(new byte[] {2, 4, 5, 0})))
                .isEqualTo(new TcpOptions(1280, OptionalInt.empty(), false, false, 0, 0));
        assertThat(TcpOptions.of(with(new byte[] {8, 10, 0, 0}))).isEqualTo(TcpOptions.NONE);
        assertThat(TcpOptions.of(with(new byte[] {3, 0, 0, 0}))).isEqualTo(TcpOptions.NONE);
    }
}
