package org.vethlab.program.ethtool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Veth;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;

/** The {@code ethtool} of Debian 12: one option, then a device. */
public final class Ethtool implements Program {
    private static final String NOT_SUPPORTED = "netlink error: Operation not supported";

    /** Options without an answer on virtual devices: what is said, and the exit status. */
    private static final Map<String, Refusal> REFUSED = Map.ofEntries(
            Map.entry("-a", new Refusal(1, NOT_SUPPORTED)),
            Map.entry("-A", new Refusal(76, NOT_SUPPORTED)),
            Map.entry("-c", new Refusal(1, NOT_SUPPORTED)),
            Map.entry("-C", new Refusal(1, NOT_SUPPORTED)),
            Map.entry("-g", new Refusal(1, NOT_SUPPORTED)),
            Map.entry("-G", new Refusal(81, NOT_SUPPORTED)),
            Map.entry("-m", new Refusal(1, NOT_SUPPORTED)),
            Map.entry("--show-eee", new Refusal(1, NOT_SUPPORTED)),
            Map.entry("--show-priv-flags", new Refusal(1, NOT_SUPPORTED)),
            Map.entry("-t", new Refusal(74, "Cannot test: Operation not supported")),
            Map.entry("-d", new Refusal(74, "Cannot get register dump: Operation not supported")),
            Map.entry("-e", new Refusal(74, "Cannot get EEPROM data: Operation not supported")),
            Map.entry("-p", new Refusal(255, "Cannot identify NIC: Operation not supported")),
            Map.entry("-r", new Refusal(255, "Cannot restart autonegotiation: Operation not supported")),
            Map.entry("-x", new Refusal(1, "Cannot get RX ring count: Operation not supported")),
            Map.entry(
                    "-n",
                    new Refusal(
                            1,
                            "Cannot get RX rings: Operation not supported\n"
                                    + "rxclass: Cannot get RX class rule count: Operation not supported\n"
                                    + "RX classification rule retrieval failed")));

    /** The long names of the options that are known here. */
    private static final Map<String, String> LONG_NAMES = Map.ofEntries(
            Map.entry("--change", "-s"),
            Map.entry("--show-pause", "-a"),
            Map.entry("--pause", "-A"),
            Map.entry("--show-coalesce", "-c"),
            Map.entry("--coalesce", "-C"),
            Map.entry("--show-ring", "-g"),
            Map.entry("--set-ring", "-G"),
            Map.entry("--show-features", "-k"),
            Map.entry("--show-offload", "-k"),
            Map.entry("--features", "-K"),
            Map.entry("--offload", "-K"),
            Map.entry("--driver", "-i"),
            Map.entry("--register-dump", "-d"),
            Map.entry("--eeprom-dump", "-e"),
            Map.entry("--identify", "-p"),
            Map.entry("--negotiate", "-r"),
            Map.entry("--test", "-t"),
            Map.entry("--statistics", "-S"),
            Map.entry("--show-permaddr", "-P"),
            Map.entry("--show-channels", "-l"),
            Map.entry("--set-channels", "-L"),
            Map.entry("--show-time-stamping", "-T"),
            Map.entry("--module-info", "-m"),
            Map.entry("--help", "-h"));

    private record Refusal(int status, String text) {}

    @Override
    public String name() {
        return "ethtool";
    }

    @Override
    public String path() {
        return "/usr/sbin/ethtool";
    }

    @Override
    public String summary() {
        return "query or control network driver and hardware settings";
    }

    @Override
    public List<String> notSimulated() {
        return List.of("ethtool --json", "ethtool -L", "ethtool -N", "ethtool -X", "ethtool -f", "ethtool -I");
    }

    @Override
    public int run(Context context) {
        List<String> words = context.arguments();
        if (words.isEmpty()) {
            return badArguments(context);
        }
        String option = LONG_NAMES.getOrDefault(words.get(0), words.get(0));
        if (option.equals("-h")) {
            context.out().print(UsageText.of("ethtool"));
            return 0;
        }
        if (option.equals("--version")) {
            context.out().println("ethtool version 6.1");
            return 0;
        }
        if (!option.startsWith("-")) {
            return settings(context, option);
        }
        boolean known = REFUSED.containsKey(option)
                || List.of("-i", "-k", "-K", "-S", "-s", "-l", "-L", "-P", "-T").contains(option);
        if (!known
                && List.of("--json", "--debug", "-I", "-f", "-u", "-U", "-N", "-X", "-w", "-W")
                        .contains(option)) {
            throw CommandException.notSimulated("ethtool " + option);
        }
        return known && words.size() > 1
                ? query(context, option, words.get(1), words.subList(2, words.size()))
                : badArguments(context);
    }

    private static int badArguments(Context context) {
        context.fail(1, "ethtool: bad command line argument(s)");
        return context.fail(1, "For more information run ethtool -h");
    }

    private static int settings(Context context, String name) {
        Optional<Device> device = context.net().devices().byName(name);
        if (device.isEmpty()) {
            for (int i = 0; i < 5; i++) {
                noDevice(context, 0);
            }
        }
        Optional<String> text = device.flatMap(LinkSettingsText::of);
        text.ifPresent(context.out()::print);
        if (text.isEmpty()) {
            context.out().println("No data available");
            return 75;
        }
        return 0;
    }

    private static int noDevice(Context context, int status) {
        context.fail(status, "netlink error: no device matches name (offset 24)");
        return context.fail(status, "netlink error: No such device");
    }

    private static int query(Context context, String option, String name, List<String> rest) {
        Optional<Device> found = context.net().devices().byName(name);
        if (found.isEmpty()) {
            return missing(context, option);
        }
        Device device = found.get();
        Refusal refusal = REFUSED.get(option);
        if (refusal != null) {
            return context.fail(refusal.status(), refusal.text());
        }
        return switch (option) {
            case "-i" -> driver(context, device);
            case "-k" -> features(context, device);
            case "-K" ->
                Features.of(device).isEmpty()
                        ? context.fail(1, NOT_SUPPORTED)
                        : new FeatureChange(context, device).run(rest);
            case "-S" -> statistics(context, device);
            case "-s" -> change(context, rest);
            case "-l", "-L" -> channels(context, device, option);
            case "-P" -> print(context, "Permanent address: not set\n");
            default -> print(context, timeStamping(device));
        };
    }

    private static int missing(Context context, String option) {
        return switch (option) {
            case "-i" -> context.fail(71, "Cannot get driver information: No such device");
            case "-S" -> context.fail(96, "Cannot get stats strings information: No such device");
            default -> noDevice(context, 1);
        };
    }

    private static int print(Context context, String text) {
        context.out().print(text);
        return 0;
    }

    private static int driver(Context context, Device device) {
        Optional<Driver> driver = Driver.of(device);
        return driver.isPresent()
                ? print(context, driver.get().information())
                : context.fail(71, "Cannot get driver information: Operation not supported");
    }

    private static int features(Context context, Device device) {
        Optional<Features> features = Features.of(device);
        if (features.isEmpty()) {
            throw CommandException.notSimulated("ethtool -k of " + device.kind());
        }
        return print(context, features.get().show());
    }

    private static int change(Context context, List<String> rest) {
        List<String> known = List.of(
                "speed",
                "duplex",
                "port",
                "mdix",
                "autoneg",
                "advertise",
                "phyad",
                "wol",
                "sopass",
                "msglvl",
                "master-slave",
                "xcvr",
                "lanes");
        if (!rest.isEmpty() && !known.contains(rest.get(0))) {
            return context.fail(1, "ethtool (-s): unknown parameter '" + rest.get(0) + "'");
        }
        return rest.isEmpty() ? 0 : context.fail(75, NOT_SUPPORTED);
    }

    /** A veth names its peer by index, and counts what XDP does in each queue. */
    private static int statistics(Context context, Device device) {
        if (!(device instanceof Veth)) {
            return context.fail(94, "no stats available");
        }
        int peer = device.lower().map(Device::index).orElse(0);
        context.out().println("NIC statistics:");
        context.out().println("     peer_ifindex: " + peer);
        for (String counter : List.of(
                "rx_queue_0_xdp_packets",
                "rx_queue_0_xdp_bytes",
                "rx_queue_0_drops",
                "rx_queue_0_xdp_redirect",
                "rx_queue_0_xdp_drops",
                "rx_queue_0_xdp_tx",
                "rx_queue_0_xdp_tx_errors",
                "tx_queue_0_xdp_xmit",
                "tx_queue_0_xdp_xmit_errors")) {
            context.out().println("     " + counter + ": 0");
        }
        return 0;
    }

    private static int channels(Context context, Device device, String option) {
        if (!(device instanceof Veth)) {
            return context.fail(1, NOT_SUPPORTED);
        }
        if (option.equals("-L")) {
            throw CommandException.notSimulated("ethtool -L");
        }
        int most = device.transmitQueues();
        return print(
                context,
                "Channel parameters for " + device.name() + ":\nPre-set maximums:\nRX:\t\t" + most
                        + "\nTX:\t\t" + most + "\nOther:\t\tn/a\nCombined:\tn/a\nCurrent hardware settings:\n"
                        + "RX:\t\t1\nTX:\t\t1\nOther:\t\tn/a\nCombined:\tn/a\n");
    }

    private static String timeStamping(Device device) {
        boolean transmits = Driver.of(device).filter(Driver.BOND::equals).isEmpty();
        return "Time stamping parameters for " + device.name() + ":\nCapabilities:\n"
                + (transmits ? "\tsoftware-transmit\n" : "")
                + "\tsoftware-receive\n\tsoftware-system-clock\nPTP Hardware Clock: none\n"
                + "Hardware Transmit Timestamp Modes: none\nHardware Receive Filter Modes: none\n";
    }
}
