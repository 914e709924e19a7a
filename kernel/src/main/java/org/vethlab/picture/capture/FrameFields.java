package org.vethlab.picture.capture;

import java.util.List;
import org.vethlab.capture.Packet;
import org.vethlab.capture.layer.Layer.Field;

/** What is known of a frame beside its bytes. */
final class FrameFields {
    private FrameFields() {}

    /** @param start of the capture */
    static List<Field> of(Packet packet, long start) {
        return List.of(
                new Field("Arrival Time", Times.arrival(packet.time())),
                new Field("Time since reference or first frame", Times.seconds(packet.time() - start) + " seconds"),
                new Field("Frame Length", packet.frame().length() + " bytes"),
                new Field("Seen at", Words.sightings(packet)));
    }
}
