package org.vethlab.picture.topology;

/**
 * A packet's way along one cable, from a device to the device at the other end. One that goes nowhere, because {@code to}
 * is {@code from}, died where it was: it is drawn as a cross there.
 *
 * @param start when it left, in nanoseconds of the lab's clock
 * @param end when it arrived
 * @param label a few words: {@code echo request 1}, {@code who-has 192.168.5.22}
 */
public record Flight(long start, long end, DeviceName from, DeviceName to, String label, Kind kind) {
    public Flight {
        if (end < start) {
            throw new IllegalArgumentException("a packet that arrives before it leaves: " + label);
        }
    }

    /** What sort of packet: it has a colour and a shape of its own. */
    public enum Kind {
        REQUEST,
        REPLY,
        ARP,
        /** Of any sort, but nobody took it. */
        LOST,
        OTHER
    }

    boolean goesNowhere() {
        return from.equals(to);
    }
}
