package org.vethlab.net.ipv6;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.link.Device;
import org.vethlab.net.sysctl.Ipv6Conf;
import org.vethlab.time.Timer;

/**
 * The multicast groups that a device listens to, and the MLDv2 reports about them (net/ipv6/mcast.c). Each change is
 * told twice: soon, and again within a second (robustness variable 2).
 */
public final class Ipv6Groups {
    private static final int ROBUSTNESS = 2;
    private static final long JIFFY = 4_000_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final int LINK_LOCAL_SCOPE = 2;

    private final Ipv6Device owner;
    private final Device device;
    private final Map<Ipv6Address, Integer> users = new LinkedHashMap<>();
    private final Map<Ipv6Address, Pending> pending = new LinkedHashMap<>();
    private final Timer changes;
    private final Timer initial;
    private int reportsLeft;
    private boolean loaded;

    Ipv6Groups(Ipv6Device owner) {
        this.owner = owner;
        this.device = owner.device();
        this.changes = owner.clock().idle(this::reportChanges);
        this.initial = owner.clock().idle(this::reportAll);
    }

    /** The groups in the order in which {@code ip maddr} lists them: the newest first. */
    public List<Ipv6Address> list() {
        List<Ipv6Address> groups = new ArrayList<>(users.keySet());
        Collections.reverse(groups);
        return groups;
    }

    /** How many listen to a group. */
    public int users(Ipv6Address group) {
        return users.getOrDefault(group, 0);
    }

    void join(Ipv6Address group) {
        if (users.merge(group, 1, Integer::sum) == 1 && loaded) {
            load(group);
        }
        if (loaded) {
            changed(group, ListenerRecord.Type.CHANGE_TO_EXCLUDE);
        }
    }

    void leave(Ipv6Address group) {
        Integer count = users.get(group);
        if (count == null) {
            return;
        }
        if (count > 1) {
            users.put(group, count - 1);
            return;
        }
        users.remove(group);
        if (loaded) {
            unload(group);
            changed(group, ListenerRecord.Type.CHANGE_TO_INCLUDE);
        }
    }

    /** The device is up: its hardware takes the groups' frames, and they are reported (ipv6_mc_up). */
    void up() {
        if (!loaded) {
            loaded = true;
            users.keySet().forEach(this::load);
        }
        users.keySet().forEach(group -> changed(group, ListenerRecord.Type.CHANGE_TO_EXCLUDE));
    }

    /** As {@link #up}, for a device that is not up yet: nothing to report. */
    void loadQuietly() {
        loaded = true;
        users.keySet().forEach(this::load);
    }

    void down() {
        if (loaded) {
            loaded = false;
            users.keySet().forEach(this::unload);
        }
        changes.cancel();
        initial.cancel();
        pending.clear();
    }

    private void load(Ipv6Address group) {
        if (scope(group) >= LINK_LOCAL_SCOPE && !isLoopback()) {
            device.joinGroup(group.multicastMac());
        }
    }

    private void unload(Ipv6Address group) {
        if (scope(group) >= LINK_LOCAL_SCOPE && !isLoopback()) {
            device.leaveGroup(group.multicastMac());
        }
    }

    private boolean isLoopback() {
        return owner.isLoopback();
    }

    private static int scope(Ipv6Address group) {
        return group.group(0) & 15;
    }

    /** All nodes listen to ff02::1, so nobody reports it (RFC 3810, 6). */
    private static boolean isReported(Ipv6Address group) {
        return !group.equals(Ipv6Address.ALL_NODES) && scope(group) >= LINK_LOCAL_SCOPE;
    }

    private void changed(Ipv6Address group, ListenerRecord.Type type) {
        if (!isReported(group) || !device.isUp() || isLoopback()) {
            return;
        }
        pending.put(group, new Pending(type));
        reportsLeft = ROBUSTNESS;
        owner.clock().start(changes, 2 * JIFFY);
    }

    private void reportChanges() {
        List<ListenerRecord> records = new ArrayList<>();
        pending.forEach((group, change) -> {
            records.add(new ListenerRecord(change.type, group));
            change.left--;
        });
        pending.values().removeIf(change -> change.left == 0);
        send(records);
        reportsLeft--;
        if (reportsLeft > 0) {
            owner.clock().start(changes, delay());
        }
    }

    /** Detection is done: tells all again, now from the address that is known to be unique (ipv6_mc_dad_complete). */
    void reportAfterDetection() {
        reportAll();
        owner.clock().start(initial, delay());
    }

    private void reportAll() {
        List<ListenerRecord> records = new ArrayList<>();
        for (Ipv6Address group : users.keySet()) {
            if (isReported(group)) {
                records.add(new ListenerRecord(ListenerRecord.Type.CHANGE_TO_EXCLUDE, group));
            }
        }
        send(records);
    }

    private void send(List<ListenerRecord> records) {
        if (!records.isEmpty() && device.isUp()) {
            Ipv6Address source = owner.linkLocal().orElse(Ipv6Address.ANY);
            owner.send(NeighbourMessages.listenerReport(source, records));
        }
    }

    private long delay() {
        int interval = owner.conf(Ipv6Conf.MLDV2_UNSOLICITED_REPORT_INTERVAL);
        return owner.random(interval * MILLISECOND) + 2 * JIFFY;
    }

    /** A change that is still to be told. */
    private static final class Pending {
        private final ListenerRecord.Type type;
        private int left = ROBUSTNESS;

        Pending(ListenerRecord.Type type) {
            this.type = type;
        }
    }
}
