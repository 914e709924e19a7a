package org.vethlab.net.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.net.Trace;
import org.vethlab.trace.Decision;
import org.vethlab.trace.Fate;
import org.vethlab.trace.LinkDecision;
import org.vethlab.trace.LinkDecision.Spared;
import org.vethlab.wire.EthernetFrame;
import org.vethlab.wire.Payload;
import org.vethlab.wire.VlanTag;

/** What a bridge tells of the frames that pass it. It makes nothing unless somebody listens. */
final class BridgeTrace {
    private final Bridge bridge;
    private @Nullable Notes notes;

    BridgeTrace(Bridge bridge) {
        this.bridge = bridge;
    }

    /** What became of one frame. */
    static final class Notes {
        private final List<String> to = new ArrayList<>();
        private final List<Spared> spared = new ArrayList<>();
    }

    /** A frame is to be passed on. @return the notes on the one that is being passed on already, for {@link #end} */
    @Nullable Notes begin() {
        Notes outer = notes;
        notes = trace().isOn() ? new Notes() : null;
        return outer;
    }

    void leaves(Device device) {
        if (notes != null) {
            notes.to.add(device.name());
        }
    }

    void spared(BridgePort port, String why) {
        if (notes != null) {
            notes.spared.add(spared(port.device(), why, "bridge link: " + port.device()));
        }
    }

    private static Spared spared(Device port, String why, String decider) {
        return new Spared(port.name(), port.lower().map(end -> end.namespace().inode()), why, decider);
    }

    void noFlood(BridgePort port, PortFlag needed) {
        if (notes != null) {
            spared(port, needed.text() + " off");
        }
    }

    /** Why a port does not get a frame that a flood, or the table, would send there. */
    void kept(@Nullable BridgePort from, BridgePort to, EthernetFrame frame, int vlan) {
        if (notes == null) {
            return;
        }
        String name = to.device().name();
        if (from == to && to.state() == PortState.FORWARDING) {
            notes.spared.add(spared(to.device(), "it came in there", "fdb of " + bridge + ", hairpin off"));
        } else if (to.state() != PortState.FORWARDING) {
            notes.spared.add(spared(to.device(), state(to), stateDecider(to)));
        } else if (from != null && from.has(PortFlag.ISOLATED) && to.has(PortFlag.ISOLATED)) {
            notes.spared.add(spared(to.device(), "isolated, like " + from.device(), "bridge link: isolated on"));
        } else {
            notes.spared.add(spared(to.device(), "not in VLAN " + vlan, "vlan_filtering, bridge vlan: " + name));
        }
    }

    private static String state(BridgePort port) {
        if (!port.device().isReadyForTraffic()) {
            return port.device().isUp() ? "no carrier" : "down";
        }
        return port.state().toString().toLowerCase(Locale.ROOT);
    }

    private String stateDecider(BridgePort port) {
        if (!port.device().isReadyForTraffic()) {
            return "ip link: " + port.device();
        }
        String whose = bridge.spanningTree().isOn() ? "spanning tree" : "port state";
        return whose + ": " + port.device() + " " + state(port);
    }

    void end(@Nullable Notes outer, @Nullable BridgePort from, EthernetFrame frame, boolean flooded, int vlan) {
        Notes made = notes;
        notes = outer;
        if (made == null) {
            return;
        }
        boolean learns = from != null && from.has(PortFlag.LEARNING);
        Optional<String> port = Optional.ofNullable(from).map(in -> in.device().name());
        trace().step(
                        bare(frame),
                        new LinkDecision.Switched(bridge.name(), port, learns, made.to, flooded, made.spared, vlan));
    }

    /** A port that neither learns nor forwards takes nothing. */
    void blocked(BridgePort port, EthernetFrame frame) {
        if (trace().isOn()) {
            String why = bridge + " takes nothing by " + port.device() + ": " + state(port);
            drop(Fate.BRIDGE_INGRESS_STP_STATE, port, frame, why, stateDecider(port));
        }
    }

    /** A frame's VLAN may not come in by a port, or out of the bridge's own device. */
    void notAdmitted(Device at, EthernetFrame frame) {
        if (trace().isOn()) {
            String which = frame.payload() instanceof VlanTag tag ? "VLAN " + tag.id() : "frames without a tag";
            String why = bridge + " does not let " + which + " in by " + at;
            trace().step(
                            bare(frame),
                            new Decision.Dropped(
                                    Fate.VLAN_FILTER, at.name(), why, "vlan_filtering, bridge vlan: " + at));
        }
    }

    void locked(BridgePort port, EthernetFrame frame) {
        if (trace().isOn()) {
            String why = port.device() + " is locked, and the sender is not known behind it";
            drop(Fate.NOT_SPECIFIED, port, frame, why, "bridge link: locked on");
        }
    }

    void tooLong(BridgePort port, EthernetFrame frame) {
        if (trace().isOn()) {
            String why = "too long for " + port.device() + ": a bridge drops it without a word";
            drop(Fate.PKT_TOO_BIG, port, frame, why, "mtu " + port.device().mtu() + " of " + port.device());
        }
    }

    private void drop(Fate fate, BridgePort port, EthernetFrame frame, String why, String decider) {
        trace().step(bare(frame), new Decision.Dropped(fate, port.device().name(), why, decider));
    }

    private static Payload bare(EthernetFrame frame) {
        return frame.payload() instanceof VlanTag tag ? tag.payload() : frame.payload();
    }

    private Trace trace() {
        return bridge.namespace().trace();
    }
}
