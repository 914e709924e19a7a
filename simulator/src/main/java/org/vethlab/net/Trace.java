package org.vethlab.net;

import java.util.Optional;
import org.vethlab.trace.Fate;
import org.vethlab.trace.Step;
import org.vethlab.wire.Payload;

/**
 * Where the stations of a namespace tell what they decide. When nobody listens nothing is made: ask {@link #isOn()}
 * before building a text.
 */
public final class Trace {
    private final Namespace namespace;

    Trace(Namespace namespace) {
        this.namespace = namespace;
    }

    public boolean isOn() {
        return namespace.world().tracer().isPresent();
    }

    /** A station decides about a packet. {@code decider} names the sysctl, table or rule, or is empty. */
    public void step(String station, Payload packet, String text, String decider) {
        add(station, packet, text, decider, Optional.empty());
    }

    /** The packet's way ends. */
    public void end(Fate fate, Payload packet, String decider) {
        add(fate == Fate.CONSUMED ? "deliver" : "drop", packet, fate.text(), decider, Optional.of(fate));
    }

    private void add(String station, Payload packet, String text, String decider, Optional<Fate> fate) {
        World world = namespace.world();
        world.tracer()
                .ifPresent(tracer -> tracer.step(
                        new Step(world.clock().now(), namespace.inode(), station, packet, text, decider, fate)));
    }
}
