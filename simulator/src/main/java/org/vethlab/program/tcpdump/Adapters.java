package org.vethlab.program.tcpdump;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Namespace;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.net.link.OperState;
import org.vethlab.program.CommandException;

/** What libpcap finds to capture on (pcap_findalldevs): devices that carry traffic first, then the others. */
final class Adapters {
    /** The pseudo-device that stands for all. */
    static final String ANY = "any";

    private static final int NOT_RUNNING = 0x80000000;
    private static final int NOT_UP = 0x40000000;
    private static final int DISCONNECTED = 0x20000000;
    private static final int LOOPBACK = 0x10000000;
    private static final int AFTER_OTHERS = 0x08000000;

    /** @param rank the less, the earlier, without sign */
    private record Adapter(String name, String description, String state, int rank) {}

    private final Namespace net;

    Adapters(Namespace net) {
        this.net = net;
    }

    /** What -D prints. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Adapter adapter : sorted()) {
            lines.add((lines.size() + 1) + "." + adapter.name + adapter.description + " [" + adapter.state + "]");
        }
        return lines;
    }

    /** The device to capture on without -i: the first of the list. */
    String first() {
        return sorted().get(0).name;
    }

    /** The name that a number of -D's list stands for. */
    Optional<String> byNumber(String word) {
        if (!word.matches("[0-9]{1,6}") || net.devices().byName(word).isPresent()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(word);
        List<Adapter> all = sorted();
        if (number < 1 || number > all.size()) {
            throw new CommandException(1, "tcpdump: Invalid adapter index");
        }
        return Optional.of(all.get(number - 1).name);
    }

    private List<Adapter> sorted() {
        List<Adapter> all = new ArrayList<>();
        net.devices().all().forEach(device -> all.add(adapter(device)));
        all.add(new Adapter(ANY, " (Pseudo-device that captures on all interfaces)", "Up, Running", AFTER_OTHERS));
        all.add(pseudo("bluetooth-monitor", "Bluetooth Linux Monitor", "Wireless"));
        all.add(pseudo("nflog", "Linux netfilter log (NFLOG) interface", "none"));
        all.add(pseudo("nfqueue", "Linux netfilter queue (NFQUEUE) interface", "none"));
        all.add(pseudo("dbus-system", "D-Bus system bus", "none"));
        all.add(pseudo("dbus-session", "D-Bus session bus", "none"));
        all.sort(Comparator.comparing(Adapter::rank, Integer::compareUnsigned));
        return all;
    }

    private static Adapter pseudo(String name, String description, String state) {
        return new Adapter(name, " (" + description + ")", state, NOT_RUNNING | NOT_UP);
    }

    private static Adapter adapter(Device device) {
        boolean loopback = device.has(DeviceFlag.LOOPBACK);
        boolean running =
                device.isUp() && (device.operState() == OperState.UP || device.operState() == OperState.UNKNOWN);
        boolean connected = device.hasCarrier();
        List<String> states = new ArrayList<>();
        if (device.isUp()) {
            states.add("Up");
        }
        if (running) {
            states.add("Running");
        }
        if (loopback) {
            states.add("Loopback");
        }
        if (states.isEmpty()) {
            states.add("none");
        }
        if (!loopback) {
            states.add(connected ? "Connected" : "Disconnected");
        }
        int rank = (running ? 0 : NOT_RUNNING)
                | (device.isUp() ? 0 : NOT_UP)
                | (loopback || connected ? 0 : DISCONNECTED)
                | (loopback ? LOOPBACK : 0);
        return new Adapter(device.name(), "", String.join(", ", states), rank);
    }
}
