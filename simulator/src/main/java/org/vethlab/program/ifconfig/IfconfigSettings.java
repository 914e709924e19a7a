package org.vethlab.program.ifconfig;

import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv4Prefix;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.Namespace;
import org.vethlab.net.NetException;
import org.vethlab.net.ipv4.AddressIoctls;
import org.vethlab.net.ipv6.Ipv6AddressRequest;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.DeviceFlag;
import org.vethlab.program.Arguments;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.HostNames;
import org.vethlab.program.Numbers;
import org.vethlab.program.UsageText;

/** What {@code ifconfig DEVICE WORDS…} changes: each word is carried out before the next one is read. */
final class IfconfigSettings {
    private static final int USAGE = 3;
    private static final int FLAGS_FAILED = 255;

    private final Context context;
    private final Namespace namespace;
    private final String label;
    private final AddressIoctls addresses;
    private int status;
    private boolean inet6;
    private boolean netmaskSaid;
    private Optional<Ipv4Address> laterNetmask = Optional.empty();

    IfconfigSettings(Context context, String label) {
        this.context = context;
        this.namespace = context.net();
        this.label = label;
        this.addresses = new AddressIoctls(namespace);
    }

    /** @return 0, 1 if something could not be set, 255 if that was a flag, 3 for words that make no sense */
    int apply(Arguments words) {
        try {
            inet6 = words.takeIf("inet6");
            if (!inet6) {
                words.takeIf("inet");
            }
            while (words.hasNext()) {
                take(words.next(), words);
            }
            laterNetmask.ifPresent(mask -> attempt("SIOCSIFNETMASK", () -> addresses.setNetmask(label, mask)));
            return status;
        } catch (CommandException e) {
            context.err().print(e.text());
            return e.status();
        }
    }

    private void take(String word, Arguments words) {
        if (!takeFlag(word) && !takeNumber(word, words) && !takeAddress(word, words)) {
            setAddress(word);
        }
    }

    private boolean takeFlag(String word) {
        boolean off = word.startsWith("-");
        switch (off ? word.substring(1) : word) {
            case "arp" -> setFlag(DeviceFlag.NOARP, off);
            case "trailers" -> setFlag(DeviceFlag.NOTRAILERS, off);
            case "promisc" -> setFlag(DeviceFlag.PROMISC, !off);
            case "multicast" -> setFlag(DeviceFlag.MULTICAST, !off);
            case "allmulti" -> setFlag(DeviceFlag.ALLMULTI, !off);
            case "dynamic" -> setFlag(DeviceFlag.DYNAMIC, !off);
            case "up" -> setUp(true);
            case "down" -> setUp(false);
            default -> {
                return off && takeFixedFlag(word);
            }
        }
        return true;
    }

    /** What a device is made for cannot be taken from it; ifconfig looks afterwards, and says so. */
    private boolean takeFixedFlag(String word) {
        boolean broadcast = word.equals("-broadcast");
        if (!broadcast && !word.equals("-pointopoint") && !word.equals("-pointtopoint")) {
            return false;
        }
        DeviceFlag flag = broadcast ? DeviceFlag.BROADCAST : DeviceFlag.POINTOPOINT;
        if (device("getting").filter(found -> found.has(flag)).isPresent()) {
            context.fail(0, "Warning: Interface " + label + " still in " + flag.name() + " mode.");
        }
        return true;
    }

    private boolean takeNumber(String word, Arguments words) {
        switch (word) {
            case "mtu" -> setMtu(atoi(value(words)));
            case "txqueuelen" -> setQueueLength(atoi(value(words)));
            case "name" -> rename(value(words));
            case "hw" -> setHardwareAddress(words);
            case "keepalive", "outfill", "tunnel", "mem_start", "io_addr", "irq", "media", "port" ->
                throw new CommandException(2, "vethlab: ifconfig " + word + " is not simulated\n");
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean takeAddress(String word, Arguments words) {
        switch (word) {
            case "broadcast" -> {
                if (words.hasNext()) {
                    resolve(words.next())
                            .ifPresent(
                                    address -> attempt("SIOCSIFBRDADDR", () -> addresses.setBroadcast(label, address)));
                }
                device("getting");
            }
            case "dstaddr" -> setPeer(value(words));
            case "pointopoint", "pointtopoint" -> {
                if (words.hasNext()) {
                    setPeer(words.next());
                }
                device("getting");
            }
            case "netmask" -> setNetmask(words);
            case "add" -> alias(value(words), true);
            case "del" -> alias(value(words), false);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void setPeer(String word) {
        resolve(word).ifPresent(address -> attempt("SIOCSIFDSTADDR", () -> addresses.setPeer(label, address)));
    }

    private void setNetmask(Arguments words) {
        if (!words.hasNext() || netmaskSaid) {
            throw usage();
        }
        Optional<Ipv4Address> mask = resolve(words.next());
        netmaskSaid |= mask.isPresent();
        mask.ifPresent(said -> attempt("SIOCSIFNETMASK", () -> addresses.setNetmask(label, said)));
    }

    private void setMtu(int mtu) {
        attempt("SIOCSIFMTU", () -> namespace.links().setMtu(existing(), mtu));
    }

    private void setQueueLength(int length) {
        attempt("SIOCSIFTXQLEN", () -> namespace.links().setQueueLength(existing(), length));
    }

    private void rename(String newName) {
        attempt("SIOCSIFNAME", () -> namespace.links().rename(existing(), newName));
    }

    private void setHardwareAddress(Arguments words) {
        if (!words.hasNext() || !words.next().equals("ether") || !words.hasNext()) {
            throw usage();
        }
        String word = words.next();
        MacAddress address;
        try {
            address = MacAddress.parse(word);
        } catch (IllegalArgumentException e) {
            status = context.fail(1, word + ": invalid ether address.");
            return;
        }
        attempt("SIOCSIFHWADDR", () -> namespace.links().setAddress(existing(), address));
    }

    /** A word that is nothing else is the address; setting one also sets the device up. */
    private void setAddress(String word) {
        if (inet6) {
            ipv6Address(word, true);
            return;
        }
        int slash = word.indexOf('/');
        String host = slash < 0 ? word : word.substring(0, slash);
        if (slash >= 0) {
            int length = Numbers.integer(word.substring(slash + 1)).orElseThrow(IfconfigSettings::usage);
            if (netmaskSaid) {
                throw usage();
            }
            laterNetmask = Optional.of(new Ipv4Address(Ipv4Prefix.mask(Math.min(32, Math.max(0, length)))));
        }
        Ipv4Address address = HostNames.resolve(context, host)
                .orElseThrow(() -> new CommandException(
                        1, host + ": " + HostNames.failure(host) + "\nifconfig: `--help' gives usage information.\n"));
        attempt("SIOCSIFADDR", () -> addresses.setAddress(label, address));
        boolean deleted = label.indexOf(':') >= 0 && (label.endsWith("-") || address.isUnspecified());
        if (!deleted) {
            setUp(true);
        }
    }

    private void alias(String word, boolean up) {
        if (word.indexOf(':') >= 0) {
            ipv6Address(word, up);
            return;
        }
        resolve(word).ifPresent(address -> alias(address, up));
    }

    /** An IPv6 address beside the others (SIOCSIFADDR, SIOCDIFADDR with struct in6_ifreq). */
    private void ipv6Address(String word, boolean add) {
        int slash = word.indexOf('/');
        int length =
                slash < 0 ? 128 : Numbers.integer(word.substring(slash + 1)).orElseThrow(IfconfigSettings::usage);
        Ipv6Address address;
        try {
            address = Ipv6Address.parse(slash < 0 ? word : word.substring(0, slash));
        } catch (IllegalArgumentException notAnAddress) {
            status = context.fail(1, word + ": " + HostNames.failure(word));
            return;
        }
        attempt(add ? "SIOCSIFADDR" : "SIOCDIFADDR", () -> {
            if (length < 0 || length > 128) {
                throw new NetException(Errno.EINVAL);
            }
            if (add) {
                namespace.ipv6().addresses().add(Ipv6AddressRequest.of(existing(), address, length));
            } else {
                namespace.ipv6().addresses().delete(existing(), address, length);
            }
        });
    }

    private void alias(Ipv4Address address, boolean up) {
        if (addresses.device(label).isEmpty()) {
            status = context.fail(1, "Interface " + label + " not initialized");
            return;
        }
        Optional<String> alias = new IfconfigAliases(context, label).find(address);
        if (alias.isPresent()) {
            new IfconfigSettings(context, alias.get()).setUp(up);
        } else {
            new IfconfigAliases(context, label).add(address);
        }
    }

    private void setFlag(DeviceFlag flag, boolean on) {
        device("getting").ifPresent(device -> namespace.links().setFlag(device, flag, on));
    }

    /** Setting an alias down deletes it; that it is not there is no error, as the flags are those of the device. */
    private void setUp(boolean up) {
        Optional<Device> device = device("getting");
        if (device.isEmpty()) {
            return;
        }
        if (label.indexOf(':') < 0) {
            if (up) {
                namespace.links().setUp(device.get());
            } else {
                namespace.links().setDown(device.get());
            }
            return;
        }
        if (addresses.get(label).isEmpty()) {
            context.fail(0, "SIOCSIFFLAGS: " + Errno.EADDRNOTAVAIL.text());
            status = FLAGS_FAILED;
        } else if (!up) {
            addresses.delete(label);
        }
    }

    /** The device, for an ioctl on flags; if there is none, says so. */
    private Optional<Device> device(String doing) {
        Optional<Device> device = addresses.device(label);
        if (device.isEmpty()) {
            context.fail(0, label + ": ERROR while " + doing + " interface flags: " + Errno.ENODEV.text());
            status = FLAGS_FAILED;
        }
        return device;
    }

    private Device existing() {
        return addresses.device(label).orElseThrow(() -> new NetException(Errno.ENODEV));
    }

    private void attempt(String ioctl, Runnable action) {
        try {
            action.run();
        } catch (NetException e) {
            context.fail(0, ioctl + ": " + e.errno().text());
            status = status == FLAGS_FAILED ? status : 1;
        }
    }

    private Optional<Ipv4Address> resolve(String word) {
        Optional<Ipv4Address> address = HostNames.resolve(context, word);
        if (address.isEmpty()) {
            status = context.fail(1, word + ": " + HostNames.failure(word));
        }
        return address;
    }

    private static String value(Arguments words) {
        if (!words.hasNext()) {
            throw usage();
        }
        return words.next();
    }

    private static CommandException usage() {
        return new CommandException(USAGE, UsageText.of("ifconfig-error"));
    }

    /** atoi(3): what is no number is 0. */
    private static int atoi(String word) {
        int end = 0;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        OptionalInt number = Numbers.integer(word.substring(0, end).replaceFirst("^0+(?=.)", ""));
        return number.orElse(0);
    }
}
