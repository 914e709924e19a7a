package org.vethlab.capture.layer;

import java.util.List;

/**
 * A layer of a packet.
 *
 * @param title what it is and says, in a line
 */
public record Layer(String title, List<Field> fields) {
    /** A field of a header, named as in Wireshark. */
    public record Field(String name, String value) {
        @Override
        public String toString() {
            return name + ": " + value;
        }
    }
}
