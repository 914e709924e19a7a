package org.vethlab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcapTest {
    private static final long TIME = 1_700_000_000_123_456_789L;

    @ParameterizedTest(name = "nanoseconds {0}")
    @ValueSource(booleans = {false, true})
    void readsBackWhatItWrote(boolean nanoseconds) {
        PcapReader reader = new PcapReader(file(nanoseconds));
        assertThat(reader.linkType()).contains(LinkType.LINUX_SLL2);
        assertThat(reader.snapshotLength()).isEqualTo(4);
        PcapPacket packet = reader.next().orElseThrow();
        assertThat(packet.time()).isEqualTo(nanoseconds ? TIME : TIME / 1000 * 1000);
        assertThat(packet.bytes()).containsExactly(1, 2, 3, 4);
        assertThat(packet.length()).isEqualTo(6);
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void readsTheOtherByteOrder() {
        byte[] file = file(false);
        for (int i = 0; i < 40; i += 4) {
            if (i == 4) {
                continue; // the version, two numbers of 16 bits, tells nothing that is used
            }
            byte[] word = Arrays.copyOfRange(file, i, i + 4);
            for (int j = 0; j < 4; j++) {
                file[i + j] = word[3 - j];
            }
        }
        assertThat(new PcapReader(file).next().map(PcapPacket::length)).isEqualTo(Optional.of(6));
    }

    @Test
    void complainsInTheWordsOfLibpcap() {
        byte[] file = file(false);
        assertThatThrownBy(() -> new PcapReader(Arrays.copyOf(file, 3)))
                .hasMessage("truncated dump file; tried to read 4 file header bytes, only got 3");
        assertThatThrownBy(() ->
                        new PcapReader("#!/bin/bash\necho a script".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasMessage("unknown file format");
        assertThatThrownBy(() -> new PcapReader(Arrays.copyOf(file, 30)).next())
                .hasMessage("truncated dump file; tried to read 16 header bytes, only got 6");
        assertThatThrownBy(() -> new PcapReader(Arrays.copyOf(file, 42)).next())
                .hasMessage("truncated dump file; tried to read 4 captured bytes, only got 2");
    }

    private static byte[] file(boolean nanoseconds) {
        PcapWriter writer = new PcapWriter(nanoseconds);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(writer.header(LinkType.LINUX_SLL2, 4));
        file.writeBytes(writer.packet(new PcapPacket(TIME, new byte[] {1, 2, 3, 4, 5, 6}, 6), 4));
        return file.toByteArray();
    }
}
