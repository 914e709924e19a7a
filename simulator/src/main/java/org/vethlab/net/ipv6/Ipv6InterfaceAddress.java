package org.vethlab.net.ipv6;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.route.Scope;

/** An IPv6 address of a device (struct inet6_ifaddr). Its flags change as duplicate address detection goes on. */
public final class Ipv6InterfaceAddress {
    /** A lifetime without end. */
    public static final long FOREVER = 0xffff_ffffL;

    private static final long SECOND = 1_000_000_000L;

    private final Device device;
    private final Ipv6Address local;
    private final int prefixLength;
    private final EnumSet<Ipv6AddressFlag> flags = EnumSet.noneOf(Ipv6AddressFlag.class);
    private Optional<Ipv6Address> peer;
    private long metric;
    private long validLifetime;
    private long preferredLifetime;
    private long since;
    private long sequence;

    Ipv6InterfaceAddress(Ipv6AddressRequest request, long now) {
        device = request.device();
        local = request.local();
        peer = request.peer();
        prefixLength = request.prefixLength();
        flags.addAll(request.flags());
        metric = request.metric();
        live(request.validLifetime(), request.preferredLifetime(), now);
    }

    /** Begins the lifetimes anew. */
    void live(long valid, long preferred, long now) {
        validLifetime = valid;
        preferredLifetime = preferred;
        since = now;
        set(Ipv6AddressFlag.PERMANENT, valid == FOREVER);
        set(Ipv6AddressFlag.DEPRECATED, preferred == 0);
    }

    /** Takes what a user may change about an address that is there. */
    void change(Ipv6AddressRequest request, long now) {
        peer = request.peer();
        metric = request.metric();
        flags.removeIf(flag -> flag == Ipv6AddressFlag.NODAD
                || flag == Ipv6AddressFlag.HOMEADDRESS
                || flag == Ipv6AddressFlag.MANAGETEMPADDR
                || flag == Ipv6AddressFlag.NOPREFIXROUTE);
        flags.addAll(request.flags());
        live(request.validLifetime(), request.preferredLifetime(), now);
    }

    void number(long newSequence) {
        sequence = newSequence;
    }

    /** Grows with the time at which the address was added. */
    long sequence() {
        return sequence;
    }

    public Device device() {
        return device;
    }

    public Ipv6Address local() {
        return local;
    }

    public Optional<Ipv6Address> peer() {
        return peer;
    }

    public int prefixLength() {
        return prefixLength;
    }

    public long metric() {
        return metric;
    }

    /** Follows from the address alone (ipv6_addr_scope). */
    public Scope scope() {
        if (local.isLoopback()) {
            return Scope.HOST;
        }
        if (local.isLinkLocal()) {
            return Scope.LINK;
        }
        return local.high() >>> 54 == 0xfec0 >>> 6 ? Scope.SITE : Scope.GLOBAL;
    }

    public boolean has(Ipv6AddressFlag flag) {
        return flags.contains(flag);
    }

    public Set<Ipv6AddressFlag> flags() {
        return EnumSet.copyOf(flags);
    }

    /** Seconds that the address has left at clock time {@code now}. */
    public long validLifetime(long now) {
        return left(validLifetime, now);
    }

    /** Seconds for which it is still preferred. */
    public long preferredLifetime(long now) {
        return left(preferredLifetime, now);
    }

    private long left(long lifetime, long now) {
        return lifetime == FOREVER ? FOREVER : Math.max(0, lifetime - (now - since) / SECOND);
    }

    void set(Ipv6AddressFlag flag, boolean on) {
        if (on) {
            flags.add(flag);
        } else {
            flags.remove(flag);
        }
    }

    @Override
    public String toString() {
        return local + "/" + prefixLength;
    }
}
