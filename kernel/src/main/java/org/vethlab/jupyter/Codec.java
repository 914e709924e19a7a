package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** Turns messages into signed frames and back. One thread uses it: the key's state is not to be shared. */
final class Codec {
    /** The protocol with a published welcome, and shutdown on the control channel. */
    static final String PROTOCOL = "5.5";

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    private final Signer signer;
    private final String session = session();
    private int sent;

    Codec(Signer signer) {
        this.signer = signer;
    }

    /** A name for this run of the kernel. Unlike a key it need not be a secret, which would take longer. */
    private static String session() {
        SplittableRandom random =
                new SplittableRandom(System.nanoTime() ^ ProcessHandle.current().pid() << 32);
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Reads a message; empty if it is not one, or its signature is wrong. */
    Optional<Message> read(List<byte[]> frames) {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (frames.size() < delimiter + 6) {
            return Optional.empty();
        }
        List<byte[]> parts = frames.subList(delimiter + 2, delimiter + 6);
        byte[] expected = signature(parts);
        if (!MessageDigest.isEqual(expected, frames.get(delimiter + 1))) {
            return Optional.empty();
        }
        try {
            List<byte[]> identities = List.copyOf(frames.subList(0, delimiter));
            return Optional.of(new Message(
                    identities, parse(parts.get(0)), parse(parts.get(1)), parse(parts.get(2)), parse(parts.get(3))));
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Gives the message its header, and signs it. */
    List<byte[]> write(Outgoing message) {
        JsonObject header = Json.of(
                "msg_id",
                session + "_" + sent++,
                "session",
                session,
                "username",
                "kernel",
                "date",
                Instant.now().toString(),
                "msg_type",
                message.type(),
                "version",
                PROTOCOL);
        List<byte[]> parts = new ArrayList<>();
        for (JsonObject part : List.of(header, message.parent(), message.metadata(), message.content())) {
            parts.add(part.toString().getBytes(StandardCharsets.UTF_8));
        }
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signature(parts));
        frames.addAll(parts);
        return frames;
    }

    private byte[] signature(List<byte[]> parts) {
        return signer.sign(parts).getBytes(StandardCharsets.US_ASCII);
    }

    private static JsonObject parse(byte[] part) {
        return JsonParser.parseString(new String(part, StandardCharsets.UTF_8)).getAsJsonObject();
    }
}
