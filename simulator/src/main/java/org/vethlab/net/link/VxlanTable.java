package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;
import org.vethlab.net.link.ForwardingEntry.State;
import org.vethlab.net.link.ForwardingTable.Mode;
import org.vethlab.time.Timer;

/** Which stations are behind which hosts (vxlan_fdb_add, vxlan_snoop, vxlan_cleanup of drivers/net/vxlan). */
public final class VxlanTable {
    private static final long SECOND = 1_000_000_000L;
    private static final long CLEANUP = 10 * SECOND;
    private static final long GOLDEN_RATIO = 0x61C8864680B583EBL;

    private final Vxlan device;
    private final Map<MacAddress, VxlanEntry> entries = new LinkedHashMap<>();
    private final Timer cleanup;

    VxlanTable(Vxlan device) {
        this.device = device;
        this.cleanup = device.namespace().world().clock().idle(this::removeExpired);
    }

    /** In the order of the kernel's hash table: its 256 buckets, the newest of each first. */
    public List<VxlanEntry> entries() {
        List<VxlanEntry> all = new ArrayList<>(entries.values());
        Collections.reverse(all);
        all.sort(Comparator.comparingInt(entry -> bucket(entry.address())));
        return all;
    }

    /** hash_64 over the address as six bytes of a little-endian number. */
    private static int bucket(MacAddress address) {
        long value = Long.reverseBytes(address.bits());
        return (int) (value * GOLDEN_RATIO >>> 56);
    }

    public Optional<VxlanEntry> find(MacAddress address) {
        return Optional.ofNullable(entries.get(address));
    }

    /** The entry by which to send, which counts as used; the one for all other stations if there is none. */
    @Nullable VxlanEntry lookup(MacAddress address) {
        VxlanEntry entry = entries.get(address);
        VxlanEntry chosen = entry == null ? entries.get(MacAddress.ZERO) : entry;
        if (chosen != null) {
            chosen.use(now());
        }
        return chosen;
    }

    /** What the user says ({@code bridge fdb add}, {@code append}, {@code replace}). @throws NetException EEXIST, … */
    public void set(Mode mode, MacAddress address, State state, VxlanRemote remote) {
        boolean forMany = address.isGroup() || address.equals(MacAddress.ZERO);
        VxlanEntry entry = entries.get(address);
        if (mode == Mode.REPLACE && forMany) {
            throw new NetException(Errno.EOPNOTSUPP);
        }
        if (entry == null) {
            create(address, state, remote);
            return;
        }
        if (mode == Mode.ADD) {
            throw new NetException(Errno.EEXIST);
        }
        entry.state(state, now());
        if (mode == Mode.REPLACE) {
            entry.replace(remote, now());
        } else if (forMany) {
            entry.add(remote);
        }
    }

    private void create(MacAddress address, State state, VxlanRemote remote) {
        long limit = device.option(VxlanOption.LIMIT);
        if (limit > 0 && entries.size() >= limit) {
            throw new NetException(Errno.ENOSPC);
        }
        entries.put(address, new VxlanEntry(address, state, remote, now()));
        if (state == State.DYNAMIC && !cleanup.isPending()) {
            device.namespace().world().clock().start(cleanup, CLEANUP);
        }
    }

    /**
     * Deletes an entry, or one of its hosts. Surprising: a host that is not there is passed over without a word.
     *
     * @throws NetException ENOENT
     */
    public void delete(MacAddress address, Optional<VxlanRemote> remote) {
        VxlanEntry entry = entries.get(address);
        if (entry == null) {
            throw new NetException(Errno.ENOENT);
        }
        if (remote.isPresent() && !entry.remotes().contains(remote.get())) {
            return;
        }
        if (remote.isPresent() && entry.remotes().size() > 1) {
            entry.remove(remote.get());
        } else {
            entries.remove(address);
        }
    }

    /** @return whether the frame is to be dropped: a station that was set by hand does not move (vxlan_snoop) */
    boolean learn(MacAddress station, Ipv4Address host) {
        VxlanEntry known = entries.get(station);
        if (known == null) {
            learnNew(station, host);
            return false;
        }
        if (known.remotes().get(0).address().equals(host)) {
            return false;
        }
        if (!known.ages()) {
            return true;
        }
        known.replace(VxlanRemote.learnt(host), now());
        return false;
    }

    private void learnNew(MacAddress station, Ipv4Address host) {
        try {
            create(station, State.DYNAMIC, VxlanRemote.learnt(host));
        } catch (NetException full) {
            // The frame is received all the same.
        }
    }

    /** Where frames to unknown stations go; empty for nowhere. */
    void defaultRemote(Optional<VxlanRemote> old, Optional<VxlanRemote> next) {
        old.filter(known -> entries.containsKey(MacAddress.ZERO))
                .ifPresent(known -> delete(MacAddress.ZERO, Optional.of(known)));
        next.ifPresent(remote -> {
            VxlanEntry entry = entries.get(MacAddress.ZERO);
            if (entry == null) {
                create(MacAddress.ZERO, State.PERMANENT, remote);
            } else {
                entry.add(remote);
            }
        });
    }

    /** Surprising: unlike a bridge's, entries age from when they were last sent by. */
    private void removeExpired() {
        long ageing = device.option(VxlanOption.AGEING) * SECOND;
        if (ageing > 0) {
            entries.values().removeIf(entry -> entry.ages() && entry.used() + ageing <= now());
        }
        if (entries.values().stream().anyMatch(VxlanEntry::ages)) {
            device.namespace().world().clock().start(cleanup, CLEANUP);
        }
    }

    /** What was learnt goes when the device is set down; what was set stays (vxlan_flush). */
    void stop() {
        entries.values().removeIf(VxlanEntry::ages);
        cleanup.cancel();
    }

    private long now() {
        return device.namespace().world().clock().now();
    }
}
