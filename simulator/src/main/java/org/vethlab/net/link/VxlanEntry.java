package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vethlab.addr.MacAddress;

/** What a VXLAN device knows of a station: behind which hosts it is (struct vxlan_fdb). */
public final class VxlanEntry {
    private final MacAddress address;
    private final List<VxlanRemote> remotes = new ArrayList<>();
    private ForwardingEntry.State state;
    private long used;
    private long updated;

    VxlanEntry(MacAddress address, ForwardingEntry.State state, VxlanRemote remote, long now) {
        this.address = address;
        this.state = state;
        remotes.add(remote);
        used = now;
        updated = now;
    }

    /** All zero for frames to stations that are not known, and to groups. */
    public MacAddress address() {
        return address;
    }

    /** In the order in which they were added. */
    public List<VxlanRemote> remotes() {
        return Collections.unmodifiableList(remotes);
    }

    public ForwardingEntry.State state() {
        return state;
    }

    public long used() {
        return used;
    }

    public long updated() {
        return updated;
    }

    boolean ages() {
        return state == ForwardingEntry.State.DYNAMIC;
    }

    void use(long now) {
        used = now;
    }

    void state(ForwardingEntry.State newState, long now) {
        if (state != newState) {
            state = newState;
            updated = now;
        }
    }

    void add(VxlanRemote remote) {
        if (!remotes.contains(remote)) {
            remotes.add(remote);
        }
    }

    void replace(VxlanRemote remote, long now) {
        remotes.set(0, remote);
        updated = now;
    }

    void remove(VxlanRemote remote) {
        remotes.remove(remote);
    }
}
