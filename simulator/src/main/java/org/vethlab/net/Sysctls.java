package org.vethlab.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.link.Device;
import org.vethlab.net.link.Devices;
import org.vethlab.net.sysctl.DeviceSettings;
import org.vethlab.net.sysctl.Ipv4Conf;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.net.sysctl.Ipv6ConfListener;
import org.vethlab.net.sysctl.NeighbourConf;
import org.vethlab.net.sysctl.Setting;
import org.vethlab.net.sysctl.SysctlFile;
import org.vethlab.net.sysctl.SysctlTree;

/**
 * The sysctls of a namespace under {@code net.} with Linux's defaults, ranges and side effects
 * (Documentation/networking/ip-sysctl.rst): as files for programs, as numbers for the path of packets. A file's path is
 * written with slashes, as below {@code /proc/sys}: {@code net/ipv4/conf/veth0/arp_ignore}; device names may hold dots.
 */
public final class Sysctls {
    private final SysctlTree tree;

    /** @param first whether this is the machine's first namespace, which alone has {@code neigh/default} */
    Sysctls(Devices devices, boolean first) {
        this.tree = new SysctlTree(devices, first);
    }

    /** The file at a path, if there is one. */
    public Optional<SysctlFile> file(String path) {
        return tree.file(path);
    }

    /** The text of a file, without the final newline; empty if there is no such file. @throws NetException EACCES, EIO */
    public Optional<String> read(String path) {
        return file(path).map(SysctlFile::read);
    }

    /** Permission bits of a file; 0 if there is none. */
    public int mode(String path) {
        return file(path).map(SysctlFile::mode).orElse(0);
    }

    /** Writes a file. @throws NetException ENOENT, EINVAL, EACCES, as write(2) would say */
    public void write(String path, String text) {
        file(path).orElseThrow(() -> new NetException(Errno.ENOENT)).write(text);
    }

    public boolean isDirectory(String path) {
        return tree.isDirectory(path);
    }

    /** Names in a directory, sorted; empty if it is no directory. */
    public Optional<List<String>> list(String path) {
        List<String> names = new ArrayList<>(tree.list(path));
        Collections.sort(names);
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** What all files say, for nothing but to be compared: equal to another state if they say the same. */
    public List<Object> state() {
        return tree.state();
    }

    /** {@code net.ipv4.conf} for a device: the value in force, made of {@code all} and the device's own (IN_DEV_*). */
    public int ipv4(Device device, Ipv4Conf conf) {
        return tree.ipv4(device, conf);
    }

    /** Whether a setting of {@code net.ipv4.conf} is in force for a device. */
    public boolean isOn(Device device, Ipv4Conf conf) {
        return tree.ipv4(device, conf) != 0;
    }

    /** {@code net.ipv6.conf.DEVICE.NAME}. */
    public int ipv6(Device device, Ipv6Conf conf) {
        return tree.ipv6(device, conf);
    }

    /** {@code net.ipv6.conf.all.NAME}: what holds for the whole host, such as forwarding. */
    public int ipv6All(Ipv6Conf conf) {
        return tree.ipv6All(conf);
    }

    /** Sets {@code net.ipv6.conf.DEVICE.NAME} as netlink does: unlike a write to the file, it has no effect at once. */
    public void ipv6(Device device, Ipv6Conf conf, int value) {
        tree.ipv6(device, conf, value);
    }

    /** Told of each change of {@code net.ipv6.conf.DEVICE.*}. */
    public void onIpv6Change(Ipv6ConfListener listener) {
        tree.addListener(listener);
    }

    /** {@code net.ipv4.neigh.DEVICE} (family 4) or {@code net.ipv6.neigh.DEVICE} (6): a count, or milliseconds. */
    public int neighbour(Device device, int family, NeighbourConf conf) {
        return tree.neighbour(device, family, conf);
    }

    /** The same of devices to come: {@code net.ipv4.neigh.default}. */
    public int neighbourDefault(int family, NeighbourConf conf) {
        return tree.neighbourDefault(family, conf);
    }

    /** A setting that belongs to no device, to be kept by who reads it often: {@code net/ipv4/ip_default_ttl}. */
    public Setting setting(String path) {
        return tree.setting(path).orElseThrow(() -> new NetException(Errno.ENOENT, path));
    }

    /** A number by its whole path. */
    public int number(String path) {
        return Integer.parseInt(read(path).orElseThrow(() -> new NetException(Errno.ENOENT, path)));
    }

    /** The settings that a device which is made here begins with. */
    public DeviceSettings forNewDevice(boolean loopback, int mtu) {
        return tree.forNewDevice(loopback, mtu);
    }
}
