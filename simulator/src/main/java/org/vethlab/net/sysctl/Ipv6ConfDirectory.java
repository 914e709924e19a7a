package org.vethlab.net.sysctl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Devices;

/** {@code net.ipv6.conf} (net/ipv6/addrconf.c). */
final class Ipv6ConfDirectory implements DeviceDirectory {
    private static final String STABLE_SECRET = "stable_secret";
    private static final int RESERVED_MODE = 2;
    private static final int LEAST_MTU = 1280;
    private static final List<String> FILES = Stream.concat(
                    Stream.of(STABLE_SECRET), Arrays.stream(Ipv6Conf.values()).map(Ipv6Conf::fileName))
            .sorted()
            .toList();

    final Values<Ipv6Conf> all = Values.of(Ipv6Conf.values(), Ipv6Conf::initialOfAll);
    final Values<Ipv6Conf> defaults = Values.of(Ipv6Conf.values(), Ipv6Conf::initial);
    private final Values<Ipv6Conf> loopback = Values.of(Ipv6Conf.values(), Ipv6Conf::initialOfLoopback);
    private final List<Ipv6ConfListener> listeners = new ArrayList<>();
    private final Devices devices;

    Ipv6ConfDirectory(Devices devices) {
        this.devices = devices;
    }

    void addListener(Ipv6ConfListener listener) {
        listeners.add(listener);
    }

    /** What a new device begins with. */
    Values<Ipv6Conf> forNewDevice(boolean isLoopback, int mtu) {
        Values<Ipv6Conf> values = isLoopback ? loopback.copy() : defaults.copy();
        values.set(Ipv6Conf.MTU, mtu);
        return values;
    }

    @Override
    public String path() {
        return "ipv6/conf";
    }

    @Override
    public List<String> special() {
        return List.of("all", "default");
    }

    /** Below 1280 bytes there is no IPv6 on a device, and no directory either. */
    @Override
    public boolean holds(Device device) {
        return device.mtu() >= LEAST_MTU;
    }

    @Override
    public List<String> files() {
        return FILES;
    }

    @Override
    public Optional<SysctlFile> file(String entry, String name) {
        if (name.equals(STABLE_SECRET)) {
            return Optional.of(new StableSecret());
        }
        return Ipv6Conf.named(name).flatMap(conf -> file(entry, conf));
    }

    private Optional<SysctlFile> file(String entry, Ipv6Conf conf) {
        if (entry.equals("all")) {
            return Optional.of(file(conf, all, conf.most(), number -> setForAll(conf, number)));
        }
        if (entry.equals("default")) {
            return Optional.of(file(conf, defaults, conf.most(), number -> defaults.set(conf, number)));
        }
        return devices.byName(entry).filter(this::holds).map(device -> {
            long most = conf == Ipv6Conf.MTU ? device.mtu() : conf.most();
            return file(conf, device.settings().ipv6, most, number -> {
                refuseReserved(conf, number);
                set(device, conf, number);
            });
        });
    }

    private static SysctlFile file(Ipv6Conf conf, Values<Ipv6Conf> values, long most, IntConsumer setter) {
        if (conf.isReadOnly()) {
            return NumberFile.readOnly(() -> values.get(conf));
        }
        boolean unsigned = most > Integer.MAX_VALUE;
        return new NumberFile(
                SysctlFile.READ_WRITE,
                () -> unsigned ? Integer.toUnsignedLong(values.get(conf)) : values.get(conf),
                number -> setter.accept((int) number),
                conf.least(),
                most);
    }

    /** IN6_ADDR_GEN_MODE_STABLE_PRIVACY comes by setting a stable_secret only. */
    private static void refuseReserved(Ipv6Conf conf, long number) {
        if (conf == Ipv6Conf.ADDR_GEN_MODE && number == RESERVED_MODE) {
            throw new NetException(Errno.EINVAL);
        }
    }

    private void setForAll(Ipv6Conf conf, int number) {
        all.set(conf, number);
        if (conf.isCopiedFromAll()) {
            defaults.set(conf, number);
            devices.all().forEach(device -> set(device, conf, number));
        }
    }

    private void set(Device device, Ipv6Conf conf, int number) {
        if (device.settings().ipv6.get(conf) != number) {
            device.settings().ipv6.set(conf, number);
            listeners.forEach(listener -> listener.changed(device, conf));
        }
    }

    /** Nobody has given a secret: reading says EIO. */
    private static final class StableSecret implements SysctlFile {
        @Override
        public int mode() {
            return SECRET;
        }

        @Override
        public String read() {
            throw new NetException(Errno.EIO);
        }

        @Override
        public void write(String text) {
            throw new NetException(Errno.EIO);
        }
    }
}
