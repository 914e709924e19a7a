package org.vethlab.net.sysctl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Devices;

/** All that lies below {@code /proc/sys/net} of one namespace. */
public final class SysctlTree {
    private static final String ROOT = "net";

    private final Settings settings = new Settings();
    private final Ipv4ConfDirectory ipv4;
    private final Ipv6ConfDirectory ipv6;
    private final NeighbourDirectory neighbour4;
    private final NeighbourDirectory neighbour6;
    private final List<DeviceDirectory> directories;
    private final Devices devices;

    public SysctlTree(Devices devices, boolean first) {
        this.devices = devices;
        this.ipv4 = new Ipv4ConfDirectory(devices);
        this.ipv6 = new Ipv6ConfDirectory(devices);
        this.neighbour4 = new NeighbourDirectory(4, first, devices);
        this.neighbour6 = new NeighbourDirectory(6, first, devices);
        this.directories = List.of(ipv4, ipv6, neighbour4, neighbour6);
    }

    /** A file by its path from /proc/sys. */
    public Optional<SysctlFile> file(String path) {
        if (!path.startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        String below = path.substring(ROOT.length() + 1);
        if (below.equals("ipv4/ip_forward")) {
            return Optional.of(ipv4.forwarding());
        }
        for (DeviceDirectory directory : directories) {
            if (below.startsWith(directory.path() + "/")) {
                String[] rest = below.substring(directory.path().length() + 1).split("/", -1);
                return rest.length == 2 ? directory.file(rest[0], rest[1]) : Optional.empty();
            }
        }
        return settings.find(below).map(setting -> setting);
    }

    public Optional<Setting> setting(String path) {
        return settings.find(path.substring(ROOT.length() + 1));
    }

    /** The names in a directory; none if it is no directory. */
    public List<String> list(String path) {
        if (path.equals(ROOT)) {
            return settings.list("");
        }
        if (!path.startsWith(ROOT + "/")) {
            return List.of();
        }
        String below = path.substring(ROOT.length() + 1);
        for (DeviceDirectory directory : directories) {
            if (below.equals(directory.path())) {
                return entries(directory);
            }
            if (below.startsWith(directory.path() + "/")) {
                String entry = below.substring(directory.path().length() + 1);
                return entries(directory).contains(entry) ? directory.files() : List.of();
            }
        }
        return withDirectories(below, settings.list(below));
    }

    /** Whether {@link #list} finds something there; it is asked at every step of every path. */
    public boolean isDirectory(String path) {
        if (!path.startsWith(ROOT + "/")) {
            return path.equals(ROOT);
        }
        String below = path.substring(ROOT.length() + 1);
        for (DeviceDirectory directory : directories) {
            if (directory.path().equals(below) || directory.path().startsWith(below + "/")) {
                return true;
            }
            if (below.startsWith(directory.path() + "/")) {
                return entries(directory)
                        .contains(below.substring(directory.path().length() + 1));
            }
        }
        return settings.isDirectory(below);
    }

    private List<String> withDirectories(String below, List<String> names) {
        List<String> all = new ArrayList<>(names);
        for (DeviceDirectory directory : directories) {
            if (directory.path().startsWith(below + "/")) {
                all.add(directory.path().substring(below.length() + 1));
            }
        }
        if (below.equals("ipv4")) {
            all.add("ip_forward");
        }
        return all;
    }

    private List<String> entries(DeviceDirectory directory) {
        List<String> entries = new ArrayList<>(directory.special());
        devices.all().stream().filter(directory::holds).forEach(device -> entries.add(device.name()));
        return entries;
    }

    /** What all files say, in a form that is quickly had: equal to another tree's if they say the same. */
    public List<Object> state() {
        List<Object> state = new ArrayList<>();
        state.add(settings.changed());
        state.add(List.of(ipv4.all.list(), ipv4.defaults.list(), ipv6.all.list(), ipv6.defaults.list()));
        state.add(List.of(neighbour4.defaults.list(), neighbour6.defaults.list()));
        for (Device device : devices.all()) {
            state.add(device.name());
            state.add(ipv6.holds(device));
            state.add(device.settings().state());
        }
        return state;
    }

    public void addListener(Ipv6ConfListener listener) {
        ipv6.addListener(listener);
    }

    public DeviceSettings forNewDevice(boolean loopback, int mtu) {
        return new DeviceSettings(
                ipv4.forNewDevice(loopback),
                ipv6.forNewDevice(loopback, mtu),
                neighbour4.defaults.copy(),
                neighbour6.defaults.copy());
    }

    public int ipv4(Device device, Ipv4Conf conf) {
        return conf.inForce(ipv4.all, device.settings().ipv4);
    }

    public int ipv6(Device device, Ipv6Conf conf) {
        return device.settings().ipv6.get(conf);
    }

    public int ipv6All(Ipv6Conf conf) {
        return ipv6.all.get(conf);
    }

    public void ipv6(Device device, Ipv6Conf conf, int value) {
        device.settings().ipv6.set(conf, value);
    }

    /** A count as it is, a time in milliseconds. */
    public int neighbourDefault(int family, NeighbourConf conf) {
        return conf.inMilliseconds((family == 4 ? neighbour4 : neighbour6).defaults.get(conf));
    }

    public int neighbour(Device device, int family, NeighbourConf conf) {
        return conf.inMilliseconds(device.settings().neighbour(family).get(conf));
    }
}
