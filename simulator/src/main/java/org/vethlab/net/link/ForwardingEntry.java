package org.vethlab.net.link;

import java.util.Optional;
import org.vethlab.addr.MacAddress;

/** Where a bridge has seen a station, or was told that it is (struct net_bridge_fdb_entry). */
public final class ForwardingEntry {
    /** How long an entry holds; named after the NUD states by which netlink tells it. */
    public enum State {
        /** An address of the bridge or of a port itself: frames to it are for this host. */
        PERMANENT,
        /** Set by the user: it does not age, though it moves with its station. */
        STATIC,
        /** Learned. */
        DYNAMIC
    }

    private final MacAddress address;
    private final int vlan;
    private Optional<BridgePort> port;
    private State state;
    private boolean sticky;
    private boolean userMade;
    private boolean externallyLearned;
    private long updated;
    private long used;

    ForwardingEntry(MacAddress address, int vlan, Optional<BridgePort> port, State state, long now) {
        this.address = address;
        this.vlan = vlan;
        this.port = port;
        this.state = state;
        this.updated = now;
        this.used = now;
    }

    public MacAddress address() {
        return address;
    }

    /** The VLAN in which it was seen; 0 for none. */
    public int vlan() {
        return vlan;
    }

    /** The port behind which it is; empty for the bridge itself. */
    public Optional<BridgePort> port() {
        return port;
    }

    public State state() {
        return state;
    }

    /** It does not move with its station. */
    public boolean isSticky() {
        return sticky;
    }

    public boolean isExternallyLearned() {
        return externallyLearned;
    }

    /** Clock time of the last frame from it. */
    public long updated() {
        return updated;
    }

    /** Clock time of the last frame to it. */
    public long used() {
        return used;
    }

    /** The same in a VLAN. */
    ForwardingEntry in(int otherVlan) {
        ForwardingEntry copy = new ForwardingEntry(address, otherVlan, port, state, updated);
        copy.sticky = sticky;
        copy.userMade = userMade;
        copy.externallyLearned = externallyLearned;
        return copy;
    }

    boolean isLocal() {
        return state == State.PERMANENT;
    }

    /** Made by hand. */
    public boolean isUserMade() {
        return userMade;
    }

    public boolean ages() {
        return state == State.DYNAMIC && !externallyLearned;
    }

    void port(Optional<BridgePort> newPort) {
        port = newPort;
    }

    void state(State newState) {
        state = newState;
    }

    void sticky(boolean on) {
        sticky = on;
    }

    void userMade() {
        userMade = true;
    }

    void externallyLearned(boolean on) {
        externallyLearned = on;
    }

    void touch(long now) {
        updated = now;
    }

    void use(long now) {
        used = now;
    }
}
