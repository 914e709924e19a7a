package org.vethlab.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.link.FrameQueue;
import org.vethlab.net.link.LinkWatch;
import org.vethlab.net.link.TunnelModules;
import org.vethlab.net.neigh.NeighbourQuota;
import org.vethlab.net.sched.Redirections;
import org.vethlab.time.VirtualClock;
import org.vethlab.trace.Tracer;

/** One machine's kernel: its network namespaces, and the clock and the randomness that they share. */
public final class World {
    private final VirtualClock clock;
    private final SplittableRandom random;
    private final SplittableRandom addresses;
    private final FrameQueue frames;
    private final LinkWatch linkWatch = new LinkWatch();
    private final TunnelModules tunnelModules = new TunnelModules(this);
    private final Map<Integer, NeighbourQuota> neighbourQuotas = new TreeMap<>();
    private final List<Namespace> namespaces = new ArrayList<>();
    private Optional<Tracer> tracer = Optional.empty();
    private int lastCause;
    private long nextInode = 4026531840L;
    private long nextSocketInode = 20_000;
    private int lastQdiscHandle = 0x8000;
    private final Redirections redirections = new Redirections();
    private boolean schedulersAreModules;

    /** A world with its first namespace, in which {@code lo} is up, as on a booted machine. */
    public World(VirtualClock clock, long seed) {
        this.clock = clock;
        this.random = new SplittableRandom(seed);
        this.addresses = random.split();
        this.frames = new FrameQueue(clock, random.split());
        Namespace initial = createNamespace();
        initial.links().setUp(initial.devices().loopback());
    }

    public VirtualClock clock() {
        return clock;
    }

    public SplittableRandom random() {
        return random;
    }

    /** A random, locally administered unicast address (eth_random_addr). It depends on nothing but those given before. */
    public MacAddress randomAddress() {
        long bits = addresses.nextLong() & 0xffff_ffff_ffffL;
        return new MacAddress(bits & ~(1L << 40) | 1L << 41);
    }

    /** Frames on their way between devices. */
    public FrameQueue frames() {
        return frames;
    }

    /** Changes of carrier that are still to be told. */
    public LinkWatch linkWatch() {
        return linkWatch;
    }

    /** The kernel's modules for IP tunnels. */
    public TunnelModules tunnelModules() {
        return tunnelModules;
    }

    /** How many neighbours of a family (4 or 6) the machine may hold, all namespaces together. */
    public NeighbourQuota neighbourQuota(int family) {
        return neighbourQuotas.computeIfAbsent(family, f -> new NeighbourQuota(this, f));
    }

    /**
     * Whether a scheduler was asked for that only Debian's own kernel has, as a module: that kernel answers some
     * mistakes of traffic control in fewer words than newer ones do.
     */
    public boolean schedulersAreModules() {
        return schedulersAreModules;
    }

    public void loadSchedulerModule() {
        schedulersAreModules = true;
    }

    /** What is being redirected by traffic control right now. */
    public Redirections redirections() {
        return redirections;
    }

    /** The next number that a qdisc gets whose user names none: one row for all devices (qdisc_alloc_handle). */
    public int nextQdiscHandle() {
        lastQdiscHandle = lastQdiscHandle == 0xfffe ? 0x8001 : lastQdiscHandle + 1;
        return lastQdiscHandle;
    }

    public Optional<Tracer> tracer() {
        return tracer;
    }

    public void trace(Optional<Tracer> newTracer) {
        tracer = newTracer;
    }

    boolean isTraced() {
        return tracer.isPresent();
    }

    /** A number that nothing else was on account of ({@link VirtualClock#cause()}). */
    public int nextCause() {
        lastCause++;
        return lastCause;
    }

    /** What follows is on account of a new packet. */
    void tracePacket(int cause) {
        int packet = nextCause();
        tracer.ifPresent(listener -> listener.made(packet, cause));
        clock.cause(packet);
    }

    /** The namespace of the machine's first process. */
    public Namespace initialNamespace() {
        return namespaces.get(0);
    }

    /** A new namespace, with a loopback device that is down (unshare(2), CLONE_NEWNET). */
    public Namespace createNamespace() {
        Namespace namespace = new Namespace(this, nextInode++);
        namespaces.add(namespace);
        tunnelModules.bringAll(namespace);
        return namespace;
    }

    /** The number of a new socket, as in {@code socket:[20000]}. */
    public long nextSocketInode() {
        return nextSocketInode++;
    }

    /** Removes a namespace that nothing refers to any more: virtual devices go, physical ones would go home. */
    public void destroyNamespace(Namespace namespace) {
        if (namespaces.remove(namespace)) {
            namespace.destroy();
            namespaces.forEach(other -> other.forget(namespace));
        }
    }

    public List<Namespace> namespaces() {
        return Collections.unmodifiableList(namespaces);
    }
}
