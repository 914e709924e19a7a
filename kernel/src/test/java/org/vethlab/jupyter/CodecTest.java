package org.vethlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static Codec codec(String key) {
        return new Codec(Signer.of("hmac-sha256", key));
    }

    private static Outgoing message() {
        byte[] identity = {0, 1, 2};
        return new Outgoing(
                Channel.SHELL,
                List.of(identity),
                "x_reply",
                Json.of("msg_id", "7"),
                new JsonObject(),
                Json.of("a", "é"));
    }

    @Test
    void roundTrip() {
        Message read = codec("k").read(codec("k").write(message())).orElseThrow();
        assertThat(read.identities()).containsExactly(new byte[] {0, 1, 2});
        assertThat(read.type()).isEqualTo("x_reply");
        assertThat(read.parent()).isEqualTo(Json.of("msg_id", "7"));
        assertThat(read.content()).isEqualTo(Json.of("a", "é"));
    }

    @Test
    void forgeriesAndJunkAreNoMessages() {
        List<byte[]> frames = codec("k").write(message());
        assertThat(codec("other").read(frames)).isEmpty();
        List<byte[]> changed = new ArrayList<>(frames);
        changed.set(6, "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(codec("k").read(changed)).isEmpty();
        for (int length = 0; length < frames.size(); length++) {
            assertThat(codec("k").read(frames.subList(0, length))).isEmpty();
        }
    }
}
