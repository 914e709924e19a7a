package org.vethlab.net.tcp;

import java.util.Optional;
import org.vethlab.net.link.Device;

/** The options of a socket (setsockopt(2)) that a connection inherits from its listener. */
public final class TcpSettings {
    private Optional<Device> device = Optional.empty();
    private int hopLimit;
    private int trafficClass;
    private int mark;
    private int maximumSegment;
    private boolean reuseAddress;
    private boolean reusePort;
    private boolean onlyIpv6;

    TcpSettings copy() {
        TcpSettings copy = new TcpSettings();
        copy.device = device;
        copy.hopLimit = hopLimit;
        copy.trafficClass = trafficClass;
        copy.mark = mark;
        copy.maximumSegment = maximumSegment;
        copy.reuseAddress = reuseAddress;
        copy.reusePort = reusePort;
        copy.onlyIpv6 = onlyIpv6;
        return copy;
    }

    /** SO_BINDTODEVICE. */
    public void bindToDevice(Device only) {
        device = Optional.of(only);
    }

    public Optional<Device> device() {
        return device;
    }

    /** IP_TTL, IPV6_UNICAST_HOPS. */
    public void hopLimit(int limit) {
        hopLimit = limit;
    }

    public int hopLimit() {
        return hopLimit;
    }

    /** IP_TOS, IPV6_TCLASS. */
    public void trafficClass(int value) {
        trafficClass = value;
    }

    public int trafficClass() {
        return trafficClass;
    }

    /** SO_MARK. */
    public void mark(int value) {
        mark = value;
    }

    public int mark() {
        return mark;
    }

    /** TCP_MAXSEG; 0 for what the route allows. */
    public void maximumSegment(int bytes) {
        maximumSegment = bytes;
    }

    public int maximumSegment() {
        return maximumSegment;
    }

    /** SO_REUSEADDR: old connections do not keep a port from being listened on. */
    public void reuseAddress(boolean on) {
        reuseAddress = on;
    }

    public boolean reuseAddress() {
        return reuseAddress;
    }

    /** SO_REUSEPORT: several may listen on one port. */
    public void reusePort(boolean on) {
        reusePort = on;
    }

    public boolean reusePort() {
        return reusePort;
    }

    /** IPV6_V6ONLY: a socket of :: does not take IPv4 connections too. */
    public void onlyIpv6(boolean on) {
        onlyIpv6 = on;
    }

    public boolean onlyIpv6() {
        return onlyIpv6;
    }
}
