package org.vethlab.net.socket;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.PacketType;
import org.vethlab.wire.EthernetFrame;

/** The packet taps of a namespace. The array is replaced, never changed, so a tap may close itself while it looks. */
final class Taps {
    private Open[] open = {};

    Sockets.Handle add(Optional<Device> device, PacketTap tap) {
        Open added = new Open(device.orElse(null), tap);
        open = Arrays.copyOf(open, open.length + 1);
        open[open.length - 1] = added;
        return () -> open = Arrays.stream(open).filter(one -> one != added).toArray(Open[]::new);
    }

    /** @param taken whether it goes to the stack: shown to taps for one protocol only */
    void seen(Device device, PacketType type, EthernetFrame frame, long time, boolean taken) {
        for (Open one : open) {
            if (one.tap.seesAll() != taken && (one.device == null || one.device == device)) {
                one.tap.frame(device, type, frame, time);
            }
        }
    }

    void down(Device device) {
        for (Open one : open) {
            if (one.device == device) {
                one.tap.down(device);
            }
        }
    }

    void removed(Device device) {
        for (Open one : open) {
            if (one.device == device) {
                one.tap.removed(device);
            }
        }
    }

    /** A tap; no device means all of them. */
    private static final class Open {
        private final @Nullable Device device;
        private final PacketTap tap;

        Open(@Nullable Device device, PacketTap tap) {
            this.device = device;
            this.tap = tap;
        }
    }
}
