package org.vethlab.trace;

import java.util.List;
import java.util.Optional;
import org.vethlab.wire.EthernetFrame;

/** What devices decided: where a switch, a bond or a tunnel sends a frame, and that it crosses a cable. */
public sealed interface LinkDecision extends Decision {
    /**
     * A bridge passed a frame on.
     *
     * @param from the port where it came in; empty if the bridge's own host sends it
     * @param learnt the frame told the bridge where its sender is
     * @param to ports where it leaves; the bridge itself for its host
     * @param spared ports that did not get a flooded frame, or the one that should have got this one
     */
    record Switched(
            String bridge,
            Optional<String> from,
            boolean learnt,
            List<String> to,
            boolean flooded,
            List<Spared> spared,
            int vlan)
            implements LinkDecision {
        private static final int MOST_PORTS = 4;

        @Override
        public Station station() {
            return Station.BRIDGE;
        }

        @Override
        public String text() {
            String in = learnt
                    ? from.map(port -> "learns the sender on " + port + "; ").orElse("")
                    : "";
            String out = to.isEmpty() ? "nowhere to go" : (flooded ? "floods to " : "known: to ") + some(to);
            String not = spared.isEmpty()
                    ? ""
                    : "; not to " + some(spared.stream().map(Spared::toString).toList());
            return bridge + " " + in + out + (vlan == 0 ? "" : " in VLAN " + vlan) + not;
        }

        /** A large switch has more ports than anybody reads. */
        private static String some(List<String> ports) {
            return ports.size() <= MOST_PORTS
                    ? String.join(", ", ports)
                    : String.join(", ", ports.subList(0, MOST_PORTS - 1)) + " and " + (ports.size() - MOST_PORTS + 1)
                            + " more";
        }

        @Override
        public String decider() {
            return spared.isEmpty() ? "fdb of " + bridge : spared.get(0).decider();
        }
    }

    /** A port that a frame does not leave by. @param leadsTo the namespace at the far end of its cable */
    record Spared(String port, Optional<Long> leadsTo, String why, String decider) {
        @Override
        public String toString() {
            return port + " (" + why + ")";
        }
    }

    /** A bond, or another device on top of several, chose one. */
    record Chosen(String master, String port, String decider) implements LinkDecision {
        @Override
        public Station station() {
            return Station.BOND;
        }

        @Override
        public String text() {
            return master + " sends by " + port;
        }
    }

    /** A frame or packet becomes the payload of another. */
    record Wrapped(String device, String into, String decider) implements LinkDecision {
        @Override
        public Station station() {
            return Station.TUNNEL;
        }

        @Override
        public String text() {
            return device + " puts it into " + into;
        }
    }

    /** It comes out at the tunnel's other end. */
    record Unwrapped(String device, String from) implements LinkDecision {
        @Override
        public Station station() {
            return Station.TUNNEL;
        }

        @Override
        public String text() {
            return device + " takes it out of what " + from + " sent";
        }
    }

    /** A frame crosses a cable. @param arrival when it will be at the other end */
    record Crossed(String from, long toNamespace, String to, long arrival, EthernetFrame frame)
            implements LinkDecision {
        @Override
        public Station station() {
            return Station.CABLE;
        }

        @Override
        public String text() {
            return from + " to " + to;
        }
    }
}
