package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.ForwardingEntry.State;
import org.vethlab.time.Timer;

/** A bridge's forwarding database (net/bridge/br_fdb.c). */
public final class ForwardingTable {
    /** What {@code bridge fdb} asks of an entry that is there already (NLM_F_*). */
    public enum Mode {
        ADD,
        REPLACE,
        APPEND
    }

    private static final long LEAST_GAP = 10_000_000L;

    private final Bridge bridge;
    private final Map<MacAddress, ForwardingEntry> entries = new LinkedHashMap<>();
    private final Timer cleanup;

    ForwardingTable(Bridge bridge) {
        this.bridge = bridge;
        this.cleanup = bridge.clock().idle(this::removeExpired);
    }

    /** The newest first, as {@code bridge fdb} lists them. */
    public List<ForwardingEntry> entries() {
        List<ForwardingEntry> all = new ArrayList<>(entries.values());
        Collections.reverse(all);
        return all;
    }

    public Optional<ForwardingEntry> find(MacAddress address) {
        return Optional.ofNullable(entries.get(address));
    }

    @Nullable ForwardingEntry lookup(MacAddress address) {
        return entries.get(address);
    }

    /** Whether the entry is too old, but not yet cleaned away. */
    public boolean isExpired(ForwardingEntry entry) {
        return entry.ages() && entry.updated() + holdTime() <= bridge.clock().now();
    }

    /** While the topology changes, entries live as long as the forward delay only (hold_time). */
    private long holdTime() {
        return bridge.spanningTree().isTopologyChanging()
                ? bridge.spanningTree().forwardDelay()
                : bridge.nanos(BridgeOption.AGEING_TIME);
    }

    /** Time until the next cleaning. */
    public long cleanupIn() {
        return cleanup.isPending() ? cleanup.due() - bridge.clock().now() : 0;
    }

    /** Learns where a frame comes from. With an ageing time of 0 nothing is learned, so all is flooded (br_fdb_update). */
    void learn(BridgePort port, MacAddress source) {
        ForwardingEntry entry = entries.get(source);
        long now = bridge.clock().now();
        if (entry == null) {
            if (holdTime() > 0) {
                entries.put(source, new ForwardingEntry(source, port.asOptional(), State.DYNAMIC, now));
                scheduleCleanup(holdTime());
            }
            return;
        }
        if (entry.isLocal() || holdTime() == 0) {
            return;
        }
        entry.touch(now);
        if (entry.port().orElse(null) != port && !entry.isSticky()) {
            entry.port(port.asOptional());
            entry.externallyLearned(false);
        }
    }

    /** An address of a port, or (no port) of the bridge itself. */
    void addLocal(Optional<BridgePort> port, MacAddress address) {
        ForwardingEntry known = entries.get(address);
        if (known != null && known.isLocal()) {
            return;
        }
        entries.remove(address);
        entries.put(
                address,
                new ForwardingEntry(
                        address, port, State.PERMANENT, bridge.clock().now()));
    }

    /** A port's or the bridge's own address is gone; it may still be that of another (fdb_delete_local). */
    void removeLocal(Optional<BridgePort> port) {
        for (ForwardingEntry entry : List.copyOf(entries.values())) {
            if (entry.isLocal() && !entry.isUserMade() && entry.port().equals(port)) {
                handOver(entry, port);
            }
        }
    }

    private void handOver(ForwardingEntry entry, Optional<BridgePort> old) {
        MacAddress address = entry.address();
        for (BridgePort other : bridge.ports()) {
            if (!other.asOptional().equals(old) && other.device().address().equals(address)) {
                entry.port(other.asOptional());
                return;
            }
        }
        if (old.isPresent() && bridge.address().equals(address)) {
            entry.port(Optional.empty());
            return;
        }
        entries.remove(address);
    }

    /** Forgets what was learned at a port; what was set by hand stays unless {@code all} goes (br_fdb_delete_by_port). */
    void removeBehind(BridgePort port, boolean all) {
        entries.values()
                .removeIf(entry -> entry.port().orElse(null) == port
                        && (all ? !entry.isLocal() || entry.isUserMade() : entry.ages()));
    }

    /**
     * Adds or changes an entry by hand (br_fdb_add).
     *
     * @throws NetException EINVAL, EPERM, EEXIST
     */
    public void set(Mode mode, Optional<BridgePort> port, MacAddress address, State state, boolean sticky) {
        if (address.equals(MacAddress.ZERO)) {
            throw new NetException(Errno.EINVAL);
        }
        if (state == State.DYNAMIC && port.isPresent() && !port.get().learns()) {
            throw new NetException(Errno.EPERM);
        }
        if (state != State.PERMANENT && port.isEmpty() || sticky && state == State.PERMANENT) {
            throw new NetException(Errno.EINVAL);
        }
        ForwardingEntry entry = entries.get(address);
        if (entry != null && mode == Mode.ADD) {
            throw new NetException(Errno.EEXIST);
        }
        long now = bridge.clock().now();
        if (entry == null) {
            entry = new ForwardingEntry(address, port, state, now);
            entries.put(address, entry);
        }
        entry.port(port);
        entry.userMade();
        entry.state(state);
        entry.sticky(sticky);
        entry.use(now);
        entry.touch(now);
        scheduleCleanup(holdTime());
    }

    /** An entry that a control plane keeps (NTF_EXT_LEARNED): it does not age. */
    public void learnExternally(BridgePort port, MacAddress address) {
        ForwardingEntry entry = entries.computeIfAbsent(
                address,
                unused -> new ForwardingEntry(
                        address,
                        port.asOptional(),
                        State.DYNAMIC,
                        bridge.clock().now()));
        entry.port(port.asOptional());
        entry.externallyLearned(true);
        entry.touch(bridge.clock().now());
    }

    /** @throws NetException ENOENT, also if the address is behind another port */
    public void delete(Optional<BridgePort> port, MacAddress address) {
        ForwardingEntry entry = entries.get(address);
        if (entry == null || !entry.port().equals(port)) {
            throw new NetException(Errno.ENOENT);
        }
        entries.remove(address);
    }

    /** Removes the entries that fit. */
    public void flush(Predicate<ForwardingEntry> which) {
        entries.values().removeIf(which);
    }

    /** Takes away what is too old, and comes again when the next entry will be (br_fdb_cleanup). */
    void removeExpired() {
        entries.values().removeIf(this::isExpired);
        long next = Long.MAX_VALUE;
        for (ForwardingEntry entry : entries.values()) {
            if (entry.ages()) {
                next = Math.min(
                        next, entry.updated() + holdTime() - bridge.clock().now());
            }
        }
        if (next < Long.MAX_VALUE) {
            bridge.clock().start(cleanup, Math.max(LEAST_GAP, next));
        }
    }

    private void scheduleCleanup(long delay) {
        if (!cleanup.isPending() && bridge.isUp()) {
            bridge.clock().start(cleanup, Math.max(LEAST_GAP, delay));
        }
    }

    void stopCleanup() {
        cleanup.cancel();
    }
}
