package org.vethlab.program.ifconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.ipv4.AddressIoctls;
import org.vethlab.net.ipv4.InterfaceAddress;
import org.vethlab.net.link.Device;
import org.vethlab.program.Arguments;
import org.vethlab.program.Context;
import org.vethlab.program.Program;
import org.vethlab.program.UsageText;

/** The {@code ifconfig} of net-tools 2.10. */
public final class Ifconfig implements Program {
    private static final String SHORT_HEAD =
            "Iface      MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg\n";

    @Override
    public String name() {
        return "ifconfig";
    }

    @Override
    public String path() {
        return "/usr/sbin/ifconfig";
    }

    @Override
    public String summary() {
        return "configure a network interface";
    }

    @Override
    public int run(Context context) {
        Arguments words = new Arguments(context.arguments());
        boolean all = false;
        boolean brief = false;
        while (words.hasNext() && words.peek().startsWith("-")) {
            String option = words.next();
            switch (option) {
                case "-a" -> all = true;
                case "-s" -> brief = true;
                case "-v" -> {}
                case "-V", "-version", "--version" -> {
                    context.out().println("net-tools 2.10");
                    return 0;
                }
                case "-?", "-h", "-help", "--help" -> {
                    return help(context);
                }
                default -> {
                    return context.fail(
                            1,
                            "ifconfig: option `" + option
                                    + "' not recognised.\nifconfig: `--help' gives usage information.");
                }
            }
        }
        if (words.hasNext()) {
            return one(context, words, brief);
        }
        context.out().print(brief ? SHORT_HEAD : "");
        return all(context, all, brief);
    }

    /** The lists of types go to standard error, where they overtake the rest. */
    private static int help(Context context) {
        context.err().print(UsageText.of("ifconfig-types"));
        context.out().print(UsageText.of("ifconfig"));
        return 0;
    }

    private static int one(Context context, Arguments words, boolean brief) {
        String label = words.next();
        if (words.hasNext()) {
            return new IfconfigSettings(context, label).apply(words);
        }
        AddressIoctls addresses = new AddressIoctls(context.net());
        Optional<Device> device = addresses.device(label);
        context.out().print(brief ? SHORT_HEAD : "");
        if (device.isEmpty()) {
            return context.fail(1, label + ": error fetching interface information: Device not found");
        }
        print(context, new IfconfigRow(device.get(), label, addresses.get(label)), brief);
        return 0;
    }

    /** Prints the devices that are up, or all. @return the exit status */
    public static int all(Context context, boolean all, boolean brief) {
        for (IfconfigRow row : rows(context)) {
            if (all || row.device().isUp()) {
                print(context, row, brief);
            }
        }
        return 0;
    }

    private static void print(Context context, IfconfigRow row, boolean brief) {
        context.out().print(brief ? row.brief() : row.full(context));
    }

    /** Devices and aliases, sorted by name, numbers by their value. */
    static List<IfconfigRow> rows(Context context) {
        AddressIoctls addresses = new AddressIoctls(context.net());
        List<String> labels = new ArrayList<>();
        for (Device device : context.net().devices().all()) {
            labels.add(device.name());
            for (InterfaceAddress address : context.net().ipv4().addresses().of(device)) {
                if (address.label().startsWith(device.name() + ":") && !labels.contains(address.label())) {
                    labels.add(address.label());
                }
            }
        }
        labels.sort(new NaturalOrder());
        return labels.stream()
                .map(label -> new IfconfigRow(addresses.device(label).orElseThrow(), label, addresses.get(label)))
                .toList();
    }
}
