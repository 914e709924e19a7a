package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A Jupyter message.
 *
 * @param identities routing frames: which client asked and is to be answered; of a published one, its topic
 * @param header who sent it, when, and its type
 * @param parent the header of what it answers; empty if it answers nothing
 */
record Message(List<byte[]> identities, JsonObject header, JsonObject parent, JsonObject metadata, JsonObject content) {
    String type() {
        return Json.string(header, "msg_type");
    }

    /** Whether the same sender sent it before that one, by his clock; each channel is a connection with its own delay. */
    boolean precedes(Message other) {
        return hasSenderOf(other) && isDatedBefore(other);
    }

    boolean hasSenderOf(Message other) {
        return Json.string(header, "session").equals(Json.string(other.header, "session"));
    }

    /** By the clocks of the two senders. */
    boolean isDatedBefore(Message other) {
        return Json.string(header, "date").compareTo(Json.string(other.header, "date")) < 0;
    }
}
