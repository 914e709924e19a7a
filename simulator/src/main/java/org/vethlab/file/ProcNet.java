package org.vethlab.file;

import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Statistics;

/** /proc/net of a network namespace. */
final class ProcNet {
    private ProcNet() {}

    static Node of(Namespace net) {
        return new Fixed(Errno.ENOENT)
                .file("dev", () -> devices(net))
                .file("route", () -> ProcNetRoute.text(net));
    }

    private static String devices(Namespace net) {
        StringBuilder text =
                new StringBuilder("Inter-|   Receive                                                |  Transmit\n"
                        + " face |bytes    packets errs drop fifo frame compressed multicast|"
                        + "bytes    packets errs drop fifo colls carrier compressed\n");
        for (Device device : net.devices().all()) {
            text.append(row(device));
        }
        return text.toString();
    }

    private static String row(Device device) {
        Statistics counted = device.statistics();
        return String.format(
                "%6s: %7d %7d %4d %4d %4d %5d %10d %9d %8d %7d %4d %4d %4d %5d %7d %10d\n",
                device.name(),
                counted.rxBytes,
                counted.rxPackets,
                counted.rxErrors,
                counted.rxDropped,
                0,
                0,
                0,
                counted.multicast,
                counted.txBytes,
                counted.txPackets,
                counted.txErrors,
                counted.txDropped,
                0,
                counted.collisions,
                0,
                0);
    }
}
