package org.vethlab.net;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.link.Device;

/**
 * The sysctls of a namespace under {@code net.}: {@code net.ipv4.ip_forward}, {@code net.ipv4.conf.DEV.*},
 * {@code net.ipv4.neigh.DEV.*}, {@code net.ipv6.*}, … with Linux's defaults, ranges and side effects
 * (Documentation/networking/ip-sysctl.rst). A path is written with slashes, as below {@code /proc/sys}:
 * {@code net/ipv4/conf/veth0/arp_ignore}; device names may hold dots.
 */
public final class Sysctls {
    public Sysctls(Namespace namespace) {}

    /** The text of a file, without the final newline; empty if there is no such file. */
    public Optional<String> read(String path) {
        throw new UnsupportedOperationException("not yet: " + path);
    }

    /** Writes a file. @throws NetException ENOENT, EINVAL, EACCES, as write(2) would say */
    public void write(String path, String text) {
        throw new UnsupportedOperationException("not yet: " + path + text);
    }

    /** Names in a directory, sorted; empty if it is no directory. */
    public Optional<List<String>> list(String path) {
        throw new UnsupportedOperationException("not yet: " + path);
    }

    /** {@code net.ipv4.conf.DEV.NAME} alone, without {@code all}. */
    public int ipv4(Device device, String name) {
        throw new UnsupportedOperationException("not yet: " + name);
    }

    /** The value in force: the larger of {@code all} and the device's (IN_DEV_MAXCONF). */
    public int ipv4Max(Device device, String name) {
        throw new UnsupportedOperationException("not yet: " + name);
    }

    /** True if set on {@code all} or on the device (IN_DEV_ORCONF). */
    public boolean ipv4Or(Device device, String name) {
        throw new UnsupportedOperationException("not yet: " + name);
    }

    /** True if set on {@code all} and on the device (IN_DEV_ANDCONF). */
    public boolean ipv4And(Device device, String name) {
        throw new UnsupportedOperationException("not yet: " + name);
    }

    /** {@code net.ipv4.neigh.DEV.NAME}. */
    public int ipv4Neighbour(Device device, String name) {
        throw new UnsupportedOperationException("not yet: " + name);
    }

    /** A number by its whole path, for instance {@code net/ipv4/ip_default_ttl}. */
    public int number(String path) {
        throw new UnsupportedOperationException("not yet: " + path);
    }
}
