package org.vethlab.net.neigh;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.Device;
import org.vethlab.time.Timer;
import org.vethlab.time.TimerWheel;
import org.vethlab.time.VirtualClock;
import org.vethlab.wire.EthernetFrame;

/**
 * One entry of a neighbour table: an address behind a device, and the machine of neighbour unreachability detection
 * (struct neighbour, net/core/neighbour.c).
 */
public final class Neighbour {
    private final NeighbourTable table;
    private final Device device;
    private final IpAddress address;
    private final VirtualClock clock;
    private final WaitingQueue waiting;
    private final Set<NeighbourFlag> flags = EnumSet.noneOf(NeighbourFlag.class);
    private NudState state = NudState.NONE;
    private Optional<MacAddress> mac = Optional.empty();
    private Optional<Timer> timer = Optional.empty();
    private int probes;
    private long usedAt;
    private long confirmedAt;
    private long updatedAt;
    private int protocol;
    private boolean dead;

    Neighbour(NeighbourTable table, Device device, IpAddress address) {
        this.table = table;
        this.device = device;
        this.address = address;
        this.clock = table.clock();
        this.waiting = new WaitingQueue(clock);
        this.usedAt = clock.now();
        this.updatedAt = clock.now();
        // Older than any confirmation counts, so that a first STALE is not taken for REACHABLE.
        this.confirmedAt = clock.now() - 2 * parameters().baseReachable();
        table.protocol().fixedMac(device, address).ifPresent(this::fix);
    }

    public Device device() {
        return device;
    }

    public IpAddress address() {
        return address;
    }

    public NudState state() {
        return state;
    }

    /** The link-layer address, once one was learnt; an entry that FAILED keeps it, but nobody sees it. */
    public Optional<MacAddress> mac() {
        return mac;
    }

    /** Probes sent since the state was entered ({@code ip -s neigh}: probes). */
    public int probes() {
        return probes;
    }

    /** When it was last looked at without being sure of it ({@code ip -s neigh}: used); nanoseconds of the clock. */
    public long usedAt() {
        return usedAt;
    }

    /** When the neighbour last proved that it is there ({@code ip -s neigh}: confirmed). */
    public long confirmedAt() {
        return confirmedAt;
    }

    /** When state or address last changed ({@code ip -s neigh}: updated). */
    public long updatedAt() {
        return updatedAt;
    }

    public Set<NeighbourFlag> flags() {
        return Collections.unmodifiableSet(flags);
    }

    public void setFlags(Set<NeighbourFlag> newFlags) {
        flags.clear();
        flags.addAll(newFlags);
    }

    /** Who made it (RTPROT_*), 0 for nobody in particular. */
    public int protocol() {
        return protocol;
    }

    void setProtocol(int newProtocol) {
        protocol = newProtocol;
    }

    /** Whether something holds on to the entry besides its table: its timer ({@code ip -s neigh}: ref). */
    public int references() {
        return timer.isPresent() ? 1 : 0;
    }

    /** For so long after a change of the address no other one is believed (locktime). */
    public boolean isLocked() {
        return clock.now() <= updatedAt + parameters().lock();
    }

    /** Nobody has used it for gc_stale_time. */
    boolean isIdle() {
        return clock.now() >= Math.max(usedAt, confirmedAt) + parameters().staleAfter();
    }

    /** An upper layer knows that the neighbour answers (neigh_confirm). */
    public void confirm() {
        confirmedAt = clock.now();
    }

    /**
     * Sends a packet to the neighbour, or lets it wait until the neighbour's address is known (neigh_output).
     *
     * @return false when the device refuses the packet
     */
    public boolean send(OutgoingPacket packet) {
        if (state.isConnected() || use(Optional.of(packet))) {
            return transmit(packet);
        }
        return true;
    }

    /**
     * Takes note that somebody wants to use the entry: starts to ask, or a STALE entry's DELAY (neigh_event_send).
     *
     * @param packet waits if the address is not known yet
     * @return whether the address may be used now
     */
    public boolean use(Optional<OutgoingPacket> packet) {
        usedAt = clock.now();
        if (dead) {
            return false;
        }
        return switch (state) {
            case REACHABLE, NOARP, PERMANENT, DELAY, PROBE -> true;
            case STALE -> {
                enter(NudState.DELAY);
                startTimer(parameters().delayFirstProbe());
                yield true;
            }
            case INCOMPLETE -> {
                packet.ifPresent(this::enqueue);
                yield false;
            }
            case NONE, FAILED -> {
                startAsking(packet);
                yield false;
            }
        };
    }

    private void startAsking(Optional<OutgoingPacket> packet) {
        if (parameters().multicastProbes() + parameters().applicationProbes() == 0) {
            enter(NudState.FAILED);
            return;
        }
        // An address never known can't be asked alone: the probes to it count as sent.
        probes = parameters().unicastProbes();
        enter(NudState.INCOMPLETE);
        startTimer(parameters().retransmit());
        packet.ifPresent(this::enqueue);
        probe();
    }

    /**
     * Learns something about the neighbour (neigh_update).
     *
     * @param newMac the address heard of, if any
     * @throws NetException EINVAL when there is none and none is known
     */
    public void update(Optional<MacAddress> newMac, NudState newState, Set<UpdateFlag> flags) {
        boolean admin = flags.contains(UpdateFlag.ADMIN);
        if (dead || !admin && (state == NudState.NOARP || state == NudState.PERMANENT)) {
            return;
        }
        if (!newState.isValid()) {
            invalidate(newState);
            return;
        }
        if (newMac.isEmpty() && !state.isValid()) {
            throw new NetException(Errno.EINVAL, "No link layer address given");
        }
        MacAddress next = newMac.orElseGet(() -> mac.orElse(MacAddress.ZERO));
        if (newState.isConnected()) {
            confirmedAt = clock.now();
        }
        boolean same = state.isValid() && mac.equals(Optional.of(next));
        if (same || !state.isValid() || flags.contains(UpdateFlag.OVERRIDE)) {
            boolean keep = same && newState == NudState.STALE && !admin;
            change(next, keep ? state : newState);
        } else if (flags.contains(UpdateFlag.WEAK_OVERRIDE) && state.isConnected()) {
            change(mac.orElse(next), NudState.STALE);
        }
    }

    private void change(MacAddress newMac, NudState newState) {
        NudState old = state;
        boolean moved = !mac.equals(Optional.of(newMac));
        if (newState != old) {
            stopTimer();
            enter(newState);
            if (newState == NudState.PROBE) {
                probes = 0;
            }
            if (newState.isTimed()) {
                startTimer(newState == NudState.REACHABLE ? parameters().reachable() : 0);
            }
        }
        if (moved) {
            updatedAt = clock.now();
            mac = Optional.of(newMac);
            if (!newState.isConnected()) {
                confirmedAt = clock.now() - 2 * parameters().baseReachable();
            }
        }
        if (newState != old && !old.isValid()) {
            waiting.drain(() -> state.isValid(), this::send);
        }
    }

    private void invalidate(NudState newState) {
        boolean asking = state == NudState.INCOMPLETE || state == NudState.PROBE;
        stopTimer();
        state = newState;
        if (asking && newState == NudState.FAILED) {
            fail();
        }
    }

    /** Tells the senders of all that waits that there is no way (neigh_invalidate). */
    private void fail() {
        updatedAt = clock.now();
        waiting.drain(() -> state == NudState.FAILED, OutgoingPacket::unreachable);
    }

    private void timerFired() {
        timer = Optional.empty();
        switch (state) {
            case REACHABLE -> reachableTimedOut();
            case DELAY -> delayTimedOut();
            case PROBE, INCOMPLETE -> probeAgain();
            case NONE, STALE, FAILED, NOARP, PERMANENT -> {}
        }
    }

    private void reachableTimedOut() {
        long now = clock.now();
        if (now < confirmedAt + parameters().reachable()) {
            startTimer(confirmedAt + parameters().reachable() - now);
        } else if (now <= usedAt + parameters().delayFirstProbe()) {
            enter(NudState.DELAY);
            startTimer(parameters().delayFirstProbe());
        } else {
            enter(NudState.STALE);
        }
    }

    private void delayTimedOut() {
        long now = clock.now();
        if (now <= confirmedAt + parameters().delayFirstProbe()) {
            enter(NudState.REACHABLE);
            startTimer(confirmedAt + parameters().reachable() - now);
            return;
        }
        enter(NudState.PROBE);
        probes = 0;
        probeAgain();
    }

    private void probeAgain() {
        if (probes >= parameters().maximumProbes(state)) {
            enter(NudState.FAILED);
            fail();
            return;
        }
        startTimer(parameters().retransmit());
        probe();
    }

    /** Asks the neighbour alone first, as long as its address is known, then everybody (arp_solicit, ndisc_solicit). */
    private void probe() {
        boolean alone = probes < parameters().unicastProbes();
        boolean daemon =
                !alone && probes < parameters().unicastProbes() + parameters().applicationProbes();
        probes++;
        if (!daemon) {
            Optional<MacAddress> whom = alone ? mac : Optional.empty();
            waiting.ask(() -> table.protocol().solicit(device, address, waiting.last(), whom));
        }
    }

    private boolean transmit(OutgoingPacket packet) {
        EthernetFrame frame = new EthernetFrame(mac.orElse(MacAddress.ZERO), device.address(), packet.payload());
        return device.transmit(frame, packet.mark());
    }

    private void enqueue(OutgoingPacket packet) {
        waiting.add(packet, parameters().unresolvedQueueBytes());
    }

    private void enter(NudState newState) {
        state = newState;
        updatedAt = clock.now();
    }

    private void fix(MacAddress fixed) {
        mac = Optional.of(fixed);
        state = NudState.NOARP;
    }

    /** The user wants it resolved: PERMANENT it is no more (NEIGH_UPDATE_F_USE, NEIGH_UPDATE_F_MANAGED). */
    void resolve() {
        if (state == NudState.PERMANENT) {
            state = NudState.NONE;
        }
        use(Optional.empty());
    }

    /** Leaves the table without a word: what waits is lost (neigh_flush_dev). */
    void die() {
        dead = true;
        stopTimer();
        waiting.clear();
    }

    private void startTimer(long delay) {
        stopTimer();
        timer = Optional.of(clock.after(TimerWheel.delay(clock.now(), delay), this::timerFired));
    }

    private void stopTimer() {
        timer.ifPresent(Timer::cancel);
        timer = Optional.empty();
    }

    private NeighbourParameters parameters() {
        return table.parameters(device);
    }
}
