package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A message of ours before it has a header: {@link Codec} gives it one as it is sent. */
record Outgoing(
        Channel channel,
        List<byte[]> identities,
        String type,
        JsonObject parent,
        JsonObject metadata,
        JsonObject content) {
    /** An answer to the client that asked. */
    static Outgoing reply(Channel channel, Message request, JsonObject content) {
        String type = request.type().replaceFirst("_request$", "_reply");
        return new Outgoing(channel, request.identities(), type, request.header(), new JsonObject(), content);
    }

    /** For all who listen. */
    static Outgoing publish(String type, JsonObject parent, JsonObject content) {
        byte[] topic = type.getBytes(StandardCharsets.US_ASCII);
        return new Outgoing(Channel.IOPUB, List.of(topic), type, parent, new JsonObject(), content);
    }

    static Outgoing status(JsonObject parent, String state) {
        return publish("status", parent, Json.of("execution_state", state));
    }
}
