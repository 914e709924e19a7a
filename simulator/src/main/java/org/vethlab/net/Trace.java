package org.vethlab.net;

import java.util.Optional;
import org.vethlab.trace.Decision;
import org.vethlab.trace.Fate;
import org.vethlab.trace.Step;
import org.vethlab.trace.Tracer;
import org.vethlab.wire.Payload;

/**
 * Where the stations of a namespace tell what they decide. When nobody listens nothing is made: ask {@link #isOn()}
 * before building a decision.
 */
public final class Trace {
    private final Namespace namespace;

    Trace(Namespace namespace) {
        this.namespace = namespace;
    }

    public boolean isOn() {
        return namespace.world().isTraced();
    }

    /** A station decides about a packet. */
    public void step(Payload packet, Decision decision) {
        add(Optional.of(packet), decision);
    }

    /** A decision that no packet came to be made for. */
    public void step(Decision decision) {
        add(Optional.empty(), decision);
    }

    /** A packet's way ends before it is where it should. Nothing is made when nobody listens. */
    public void drop(Fate fate, Payload packet, String decider) {
        if (isOn()) {
            step(packet, new Decision.Dropped(fate, "", "", decider));
        }
    }

    /**
     * A packet is about to be made: what follows is its own, up to {@link #made}.
     *
     * @return whose the steps were before
     */
    public int make() {
        int cause = namespace.world().clock().cause();
        if (isOn() && cause != 0) {
            namespace.world().tracePacket(cause);
        }
        return cause;
    }

    /** Goes on with the packet, or the user, for whom one was made. */
    public void made(int cause) {
        namespace.world().clock().cause(cause);
    }

    private void add(Optional<Payload> packet, Decision decision) {
        World world = namespace.world();
        Optional<Tracer> tracer = world.tracer();
        if (tracer.isPresent()) {
            int number = world.clock().cause();
            tracer.get().step(new Step(world.clock().now(), namespace.inode(), number, packet, decision));
        }
    }
}
