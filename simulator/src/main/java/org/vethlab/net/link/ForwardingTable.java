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

    /** One station in one VLAN. */
    private record Key(MacAddress address, int vlan) {
        /** By hand, as that of {@link org.vethlab.addr.Ipv4Address}. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && vlan == that.vlan && address.equals(that.address);
        }

        @Override
        public int hashCode() {
            return 31 * address.hashCode() + vlan;
        }
    }

    private final Bridge bridge;
    private final Map<Key, ForwardingEntry> entries = new LinkedHashMap<>();
    private final Timer cleanup;
    private boolean cleans;
    private long nextCleanup;

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

    /** @param vlan 0 for none */
    public Optional<ForwardingEntry> find(MacAddress address, int vlan) {
        return Optional.ofNullable(lookup(address, vlan));
    }

    @Nullable ForwardingEntry lookup(MacAddress address, int vlan) {
        return entries.get(new Key(address, vlan));
    }

    private void put(ForwardingEntry entry) {
        entries.put(new Key(entry.address(), entry.vlan()), entry);
    }

    private void remove(ForwardingEntry entry) {
        entries.remove(new Key(entry.address(), entry.vlan()));
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
        if (!cleans) {
            return 0;
        }
        long now = bridge.clock().now();
        if (nextCleanup <= now) {
            long period = Math.max(LEAST_GAP, holdTime());
            nextCleanup += ((now - nextCleanup) / period + 1) * period;
        }
        return nextCleanup - now;
    }

    /** Learns where a frame comes from. With an ageing time of 0 nothing is learned, so all is flooded (br_fdb_update). */
    void learn(BridgePort port, MacAddress source, int vlan) {
        ForwardingEntry entry = lookup(source, vlan);
        long now = bridge.clock().now();
        if (entry == null) {
            if (holdTime() > 0) {
                put(new ForwardingEntry(source, vlan, port.asOptional(), State.DYNAMIC, now));
                waitForCleanup();
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

    /** An address of a port, or (no port) of the bridge itself, outside VLANs and in each that it is in. */
    void addLocal(Optional<BridgePort> port, MacAddress address) {
        insertLocal(port, address, 0);
        if (bridge.isVlanAware()) {
            vlans(port).ids().forEach(vlan -> insertLocal(port, address, vlan));
        }
    }

    /** The same for a VLAN that the port, or the bridge itself, comes into. */
    void addLocal(Optional<BridgePort> port, MacAddress address, int vlan) {
        if (bridge.isVlanAware()) {
            insertLocal(port, address, vlan);
        }
    }

    private void insertLocal(Optional<BridgePort> port, MacAddress address, int vlan) {
        ForwardingEntry known = lookup(address, vlan);
        if (known != null && known.isLocal()) {
            return;
        }
        entries.remove(new Key(address, vlan));
        put(new ForwardingEntry(
                address, vlan, port, State.PERMANENT, bridge.clock().now()));
    }

    private VlanMemberships vlans(Optional<BridgePort> port) {
        return port.map(BridgePort::memberships).orElse(bridge.memberships());
    }

    /** What was set while the bridge knew no VLANs is in each VLAN of its port. */
    void copyToVlans() {
        List<ForwardingEntry> all = List.copyOf(entries.values());
        entries.clear();
        for (ForwardingEntry entry : all) {
            put(entry);
            if (entry.isLocal() || entry.isUserMade()) {
                vlans(entry.port()).ids().forEach(vlan -> put(entry.in(vlan)));
            }
        }
    }

    /** A port's or the bridge's own address is gone; it may still be that of another (fdb_delete_local). */
    void removeLocal(Optional<BridgePort> port) {
        for (ForwardingEntry entry : List.copyOf(entries.values())) {
            if (isLocalOf(port, entry)) {
                handOver(entry, port);
            }
        }
    }

    /** The port, or the bridge itself, leaves a VLAN, and so does all that was known there (br_fdb_delete_by_port). */
    void removeVlan(Optional<BridgePort> port, int vlan) {
        for (ForwardingEntry entry : List.copyOf(entries.values())) {
            if (entry.vlan() == vlan && isLocalOf(port, entry)) {
                handOver(entry, port);
            } else if (entry.vlan() == vlan && port.isPresent() && entry.port().equals(port) && entry.ages()) {
                remove(entry);
            }
        }
    }

    private static boolean isLocalOf(Optional<BridgePort> port, ForwardingEntry entry) {
        return entry.isLocal() && !entry.isUserMade() && entry.port().equals(port);
    }

    private void handOver(ForwardingEntry entry, Optional<BridgePort> old) {
        MacAddress address = entry.address();
        for (BridgePort other : bridge.ports()) {
            if (!other.asOptional().equals(old)
                    && other.device().address().equals(address)
                    && isIn(other.memberships(), entry.vlan())) {
                entry.port(other.asOptional());
                return;
            }
        }
        if (old.isPresent() && bridge.address().equals(address) && isIn(bridge.memberships(), entry.vlan())) {
            entry.port(Optional.empty());
            return;
        }
        remove(entry);
    }

    private static boolean isIn(VlanMemberships vlans, int vlan) {
        return vlan == 0 || vlans.usable(vlan) != null;
    }

    /** Forgets what was learned at a port; what was set by hand stays unless {@code all} goes (br_fdb_delete_by_port). */
    void removeBehind(BridgePort port, boolean all) {
        entries.values()
                .removeIf(entry -> entry.port().orElse(null) == port
                        && (all ? !entry.isLocal() || entry.isUserMade() : entry.ages()));
    }

    /**
     * Adds or changes an entry by hand (br_fdb_add): in one VLAN, or in none and all that the port is in.
     *
     * @throws NetException EINVAL, EPERM, EEXIST
     */
    public void set(FdbRequest request) {
        if (request.address().equals(MacAddress.ZERO)) {
            throw new NetException(Errno.EINVAL);
        }
        for (int vlan : vlansOf(request)) {
            setIn(vlan, request);
        }
    }

    private List<Integer> vlansOf(FdbRequest request) {
        if (request.vlan() != 0) {
            if (vlans(request.port()).usable(request.vlan()) == null) {
                throw new NetException(Errno.EINVAL);
            }
            bridge.becomeVlanAware();
            return List.of(request.vlan());
        }
        List<Integer> all = new ArrayList<>(List.of(0));
        if (bridge.isVlanAware()) {
            all.addAll(vlans(request.port()).ids());
        }
        return all;
    }

    private void setIn(int vlan, FdbRequest request) {
        if (request.use()) {
            use(vlan, request);
            return;
        }
        if (request.externallyLearned()) {
            learnExternally(vlan, request);
            return;
        }
        check(request);
        ForwardingEntry entry = lookup(request.address(), vlan);
        if (entry != null && request.mode() == Mode.ADD) {
            throw new NetException(Errno.EEXIST);
        }
        long now = bridge.clock().now();
        if (entry == null) {
            entry = new ForwardingEntry(request.address(), vlan, request.port(), request.state(), now);
            put(entry);
        }
        entry.port(request.port());
        entry.userMade();
        entry.state(request.state());
        entry.sticky(request.sticky());
        entry.use(now);
        entry.touch(now);
        waitForCleanup();
    }

    private static void check(FdbRequest request) {
        boolean dynamic = request.state() == State.DYNAMIC;
        if (dynamic && request.port().isPresent() && !request.port().get().learns()) {
            throw new NetException(Errno.EPERM);
        }
        boolean permanent = request.state() == State.PERMANENT;
        if (!permanent && request.port().isEmpty() || request.sticky() && permanent) {
            throw new NetException(Errno.EINVAL);
        }
    }

    /** As if a frame had come from there (NTF_USE). @throws NetException EINVAL for the bridge itself */
    private void use(int vlan, FdbRequest request) {
        BridgePort port = request.port().orElseThrow(() -> new NetException(Errno.EINVAL));
        if (port.learns()) {
            learn(port, request.address(), vlan);
        }
    }

    /** An entry that a control plane keeps (NTF_EXT_LEARNED): it does not age. */
    private void learnExternally(int vlan, FdbRequest request) {
        ForwardingEntry entry = lookup(request.address(), vlan);
        if (entry == null) {
            entry = new ForwardingEntry(
                    request.address(),
                    vlan,
                    request.port(),
                    State.DYNAMIC,
                    bridge.clock().now());
            put(entry);
        }
        entry.port(request.port());
        entry.externallyLearned(true);
        entry.touch(bridge.clock().now());
    }

    /** @throws NetException ENOENT, also if the address is behind another port; EINVAL for a VLAN that it is not in */
    public void delete(Optional<BridgePort> port, MacAddress address, int vlan) {
        if (vlan != 0) {
            if (vlans(port).usable(vlan) == null) {
                throw new NetException(Errno.EINVAL);
            }
            if (!deleteIn(port, address, vlan)) {
                throw new NetException(Errno.ENOENT);
            }
            return;
        }
        boolean deleted = deleteIn(port, address, 0);
        for (int each : bridge.isVlanAware() ? vlans(port).ids() : List.<Integer>of()) {
            deleted |= deleteIn(port, address, each);
        }
        if (!deleted) {
            throw new NetException(Errno.ENOENT);
        }
    }

    private boolean deleteIn(Optional<BridgePort> port, MacAddress address, int vlan) {
        ForwardingEntry entry = lookup(address, vlan);
        if (entry == null || !entry.port().equals(port)) {
            return false;
        }
        remove(entry);
        return true;
    }

    /** Removes the entries that fit. */
    public void flush(Predicate<ForwardingEntry> which) {
        entries.values().removeIf(which);
    }

    /** Takes away what is too old, and comes again when the next entry will be (br_fdb_cleanup). */
    void removeExpired() {
        entries.values().removeIf(this::isExpired);
        long now = bridge.clock().now();
        long next = holdTime();
        for (ForwardingEntry entry : entries.values()) {
            if (entry.ages()) {
                next = Math.min(next, entry.updated() + holdTime() - now);
            }
        }
        startCleanup(next);
    }

    /** The bridge was set up, or its ageing time: the first cleaning is soon. */
    void startCleanup(long delay) {
        cleans = true;
        nextCleanup = bridge.clock().now() + Math.max(LEAST_GAP, delay);
        cleanup.cancel();
        if (entries.values().stream().anyMatch(ForwardingEntry::ages)) {
            waitForCleanup();
        }
    }

    /** Cleanings that would find nothing are not waited for, but they set the time of the next. */
    private void waitForCleanup() {
        if (cleans && !cleanup.isPending()) {
            bridge.clock().start(cleanup, cleanupIn());
        }
    }

    void stopCleanup() {
        cleans = false;
        cleanup.cancel();
    }
}
