package org.vethlab.net.link;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.filter.Family;
import org.vethlab.net.filter.Hook;
import org.vethlab.net.filter.Metadata;
import org.vethlab.net.filter.Netfilter;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Payload;

/**
 * Netfilter's hooks in a bridge. What is known of a frame stays with it from the port where it came in until it has left by
 * the last port; a bridge deals with one frame at a time.
 */
final class BridgeFilter {
    private final Bridge bridge;
    private @Nullable Metadata metadata;

    BridgeFilter(Bridge bridge) {
        this.bridge = bridge;
    }

    /** A frame has come in by a port (nf_hook_bridge_pre). @return it, changed perhaps, or empty if its way ends here */
    Optional<EthernetFrame> prerouting(BridgePort port, EthernetFrame frame, PacketType type) {
        metadata = null;
        if (!watches()) {
            return Optional.of(frame);
        }
        metadata = Metadata.received(type, frame);
        return pass(Hook.PREROUTING, frame, Optional.of(port.device()), Optional.empty());
    }

    /** A frame is to leave by a port; it came by another one, or this host sends it (__br_forward, __br_deliver). */
    Optional<EthernetFrame> leaving(@Nullable BridgePort from, BridgePort to, EthernetFrame frame) {
        if (!watches()) {
            return Optional.of(frame);
        }
        if (from == null || metadata == null) {
            metadata = Metadata.received(PacketType.OUTGOING, frame);
        }
        Optional<Device> input = from == null ? Optional.empty() : Optional.of(from.device());
        Optional<Device> output = Optional.of(to.device());
        return pass(from == null ? Hook.OUTPUT : Hook.FORWARD, frame, input, output)
                .flatMap(passed -> pass(Hook.POSTROUTING, passed, Optional.empty(), output));
    }

    /** A frame is for this host (br_pass_frame_up): IP knows what was found out about it. */
    Optional<EthernetFrame> input(BridgePort port, EthernetFrame frame) {
        if (!watches() || metadata == null) {
            return Optional.of(frame);
        }
        Optional<EthernetFrame> passed = pass(Hook.INPUT, frame, Optional.of(port.device()), Optional.empty());
        if (passed.isPresent()) {
            netfilter().handOver(metadata);
        }
        return passed;
    }

    private Optional<EthernetFrame> pass(
            Hook hook, EthernetFrame frame, Optional<Device> input, Optional<Device> output) {
        Metadata known = metadata;
        if (known == null) {
            return Optional.of(frame);
        }
        known.setFrame(frame);
        Optional<Payload> payload = netfilter().pass(Family.BRIDGE, hook, frame.payload(), known, input, output);
        return payload.map(passed -> rebuilt(known, passed));
    }

    /** Rules may have changed the header as well as what it announces. */
    private static EthernetFrame rebuilt(Metadata known, Payload payload) {
        EthernetFrame frame = known.frame().orElseThrow();
        if (frame.payload() == payload) {
            return frame;
        }
        EthernetFrame changed = new EthernetFrame(frame.destination(), frame.source(), payload);
        known.setFrame(changed);
        return changed;
    }

    private boolean watches() {
        return netfilter().watches(Family.BRIDGE);
    }

    private Netfilter netfilter() {
        return bridge.namespace().netfilter();
    }
}
