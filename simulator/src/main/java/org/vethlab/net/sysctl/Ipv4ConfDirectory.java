package org.vethlab.net.sysctl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Devices;

/** {@code net.ipv4.conf} (net/ipv4/devinet.c). */
final class Ipv4ConfDirectory implements DeviceDirectory {
    private static final List<String> FILES =
            Arrays.stream(Ipv4Conf.values()).map(Ipv4Conf::fileName).sorted().toList();

    final Values<Ipv4Conf> all = Values.of(Ipv4Conf.values(), Ipv4Conf::initialOfAll);
    final Values<Ipv4Conf> defaults = Values.of(Ipv4Conf.values(), Ipv4Conf::initial);
    private final Devices devices;

    Ipv4ConfDirectory(Devices devices) {
        this.devices = devices;
    }

    /** What a new device begins with. */
    Values<Ipv4Conf> forNewDevice(boolean loopback) {
        Values<Ipv4Conf> values = defaults.copy();
        if (loopback) {
            values.set(Ipv4Conf.DISABLE_POLICY, 1);
            values.set(Ipv4Conf.DISABLE_XFRM, 1);
        }
        return values;
    }

    /** {@code net.ipv4.ip_forward} is another name for {@code conf.all.forwarding}. */
    SysctlFile forwarding() {
        return file("all", Ipv4Conf.FORWARDING.fileName()).orElseThrow();
    }

    @Override
    public String path() {
        return "ipv4/conf";
    }

    @Override
    public List<String> special() {
        return List.of("all", "default");
    }

    @Override
    public List<String> files() {
        return FILES;
    }

    @Override
    public Optional<SysctlFile> file(String entry, String name) {
        return Ipv4Conf.named(name).flatMap(conf -> file(entry, conf));
    }

    private Optional<SysctlFile> file(String entry, Ipv4Conf conf) {
        if (entry.equals("all")) {
            return Optional.of(file(conf, all, number -> setForAll(conf, number)));
        }
        if (entry.equals("default")) {
            return Optional.of(file(conf, defaults, number -> setDefault(conf, number)));
        }
        return devices.byName(entry)
                .map(Device::settings)
                .map(own -> file(conf, own.ipv4, number -> {
                    own.ipv4.set(conf, number);
                    own.explicit.add(conf);
                }));
    }

    private static SysctlFile file(Ipv4Conf conf, Values<Ipv4Conf> values, IntSetter setter) {
        return conf.isReadOnly()
                ? NumberFile.readOnly(() -> values.get(conf))
                : NumberFile.of(() -> values.get(conf), number -> setter.set((int) number));
    }

    /** Forwarding goes to default and all devices, and redirects are accepted only without it (inet_forward_change). */
    private void setForAll(Ipv4Conf conf, int number) {
        if (conf != Ipv4Conf.FORWARDING || all.get(conf) == number) {
            all.set(conf, number);
            return;
        }
        all.set(conf, number);
        all.set(Ipv4Conf.ACCEPT_REDIRECTS, number == 0 ? 1 : 0);
        defaults.set(conf, number);
        for (Device device : devices.all()) {
            device.settings().ipv4.set(conf, number);
            device.settings().explicit.add(conf);
        }
    }

    /** Goes to all devices that nobody has set it on (devinet_copy_dflt_conf); forwarding goes to none. */
    private void setDefault(Ipv4Conf conf, int number) {
        defaults.set(conf, number);
        if (conf == Ipv4Conf.FORWARDING) {
            return;
        }
        for (Device device : devices.all()) {
            if (!device.settings().explicit.contains(conf)) {
                device.settings().ipv4.set(conf, number);
            }
        }
    }

    private interface IntSetter {
        void set(int number);
    }
}
