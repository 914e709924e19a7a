package org.vethlab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The GRE header, written and read back. */
class GreHeaderTest {
    /** Each optional field takes four bytes. */
    @ParameterizedTest
    @CsvSource({"false, false, false, 7", "true, false, false, 11", "false, true, true, 15", "true, true, true, 19"})
    void readsWhatItWrites(boolean checksum, boolean key, boolean sequence, int length) {
        OptionalInt wantedKey = key ? OptionalInt.of(42) : OptionalInt.empty();
        GreHeader header = new GreHeader(Ipv4Packet.ETHER_TYPE, wantedKey, checksum, new byte[] {1, 2, 3});
        byte[] bytes = GreHeader.wrap(header, sequence ? OptionalInt.of(1) : OptionalInt.empty());
        assertThat(bytes).hasSize(length);
        assertThat(GreHeader.read(bytes)).contains(header);
    }

    @Test
    void otherVersionsAreNotRead() {
        assertThat(GreHeader.read(new byte[] {0, 1, 8, 0})).isEmpty();
        assertThat(GreHeader.read(new byte[] {0, 0, 8})).isEmpty();
    }

    @Test
    void vxlanWithoutTheFlagHasNoVni() {
        byte[] data = VxlanHeader.wrap(0xabcdef, new byte[] {9});
        assertThat(VxlanHeader.vni(data)).isEqualTo(0xabcdef);
        assertThat(VxlanHeader.inner(data)).containsExactly(9);
        data[0] = 0;
        assertThat(VxlanHeader.vni(data)).isEqualTo(-1);
    }
}
