package org.vethlab.net.link;

import java.util.List;
import java.util.function.Consumer;

/** Tells what happens to a device: the listeners of its namespace first, then the devices that stand on it. */
final class Events {
    private Events() {}

    static void registered(Device device) {
        tell(device, listener -> listener.registered(device));
    }

    static void unregistered(Device device) {
        tell(device, listener -> listener.unregistered(device));
    }

    static void up(Device device) {
        tell(device, listener -> listener.up(device));
    }

    static void down(Device device) {
        tell(device, listener -> listener.down(device));
    }

    static void domainChanged(Device device) {
        tell(device, listener -> listener.domainChanged(device));
    }

    static void notifyPeers(Device device) {
        tell(device, listener -> listener.notifyPeers(device));
    }

    static void changed(Device device) {
        tell(device, listener -> listener.changed(device));
    }

    static void mtuChanged(Device device) {
        tell(device, listener -> listener.mtuChanged(device));
    }

    static void addressChanged(Device device) {
        tell(device, listener -> listener.addressChanged(device));
    }

    static void renamed(Device device, String oldName) {
        tell(device, listener -> listener.renamed(device, oldName));
    }

    /** A NEWLINK message names the namespace of the lower device by a number, which is given out the first time. */
    static void message(Device device) {
        device.lower()
                .filter(lower -> lower.namespace() != device.namespace())
                .ifPresent(lower -> device.namespace().assignId(lower.namespace()));
    }

    private static void tell(Device device, Consumer<DeviceListener> event) {
        message(device);
        for (DeviceListener listener : List.copyOf(device.namespace().devices().listeners())) {
            event.accept(listener);
        }
        for (DeviceListener listener : List.copyOf(device.listeners())) {
            event.accept(listener);
        }
    }
}
