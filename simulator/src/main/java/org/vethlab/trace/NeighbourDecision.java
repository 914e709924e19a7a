package org.vethlab.trace;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;

/** What ARP, or IPv6's neighbour discovery, decided: whom to ask, whom to answer, what to believe. */
public sealed interface NeighbourDecision extends Decision {
    /**
     * The neighbour table of the route's device was asked.
     *
     * @param mac empty while it is not known: the packet waits
     * @param elsewhere where else the same address is known
     */
    record Resolved(IpAddress address, String device, String state, Optional<MacAddress> mac, Optional<Known> elsewhere)
            implements NeighbourDecision {
        /** An entry of another device's table, of no use here. */
        public record Known(String device, String state) {}

        @Override
        public Station station() {
            return Station.NEIGHBOUR;
        }

        @Override
        public String text() {
            String other = elsewhere
                    .map(known -> " (but on " + known.device() + ": " + known.state() + ")")
                    .orElse("");
            return mac.map(known -> address + " is at " + known + " (" + state + "): leaves by " + device)
                    .orElseGet(() -> address + " not known on " + device + other + ": the packet waits");
        }

        @Override
        public String decider() {
            return "neighbours of " + device;
        }
    }

    /** Somebody is asked for a MAC address. @param alone the neighbour that is asked alone; empty to ask all */
    record Asked(IpAddress target, IpAddress sender, String device, Optional<MacAddress> alone)
            implements NeighbourDecision {
        @Override
        public Station station() {
            return target instanceof Ipv4Address ? Station.ARP : Station.NDP;
        }

        @Override
        public String text() {
            return "who-has " + target + " tell " + sender + ": "
                    + alone.map(mac -> "to " + mac + " alone").orElse("to all") + " by " + device;
        }
    }

    /**
     * This host answers such a question.
     *
     * @param owner the device that really has the address, or behind which it lies, if it is another one
     */
    record Answered(IpAddress target, String device, Optional<String> owner, boolean proxy, String decider)
            implements NeighbourDecision {
        @Override
        public Station station() {
            return target instanceof Ipv4Address ? Station.ARP : Station.NDP;
        }

        @Override
        public String text() {
            String why = owner.map(other ->
                            proxy ? ", which lies behind " + other : ", although that is " + other + "'s address")
                    .orElse("");
            return "answers on " + device + " for " + target + why;
        }
    }

    /** This host keeps silent. @param own it could have answered */
    record Silent(IpAddress target, String device, boolean own, String decider) implements NeighbourDecision {
        @Override
        public Station station() {
            return target instanceof Ipv4Address ? Station.ARP : Station.NDP;
        }

        @Override
        public String text() {
            return own
                    ? "has " + target + ", but keeps silent on " + device
                    : "does not answer for " + target + " on " + device;
        }

        @Override
        public Optional<Fate> fate() {
            return Optional.of(Fate.ARP_IGNORED);
        }
    }

    /** An answer came. */
    record Learnt(IpAddress address, Optional<MacAddress> mac, String device) implements NeighbourDecision {
        @Override
        public Station station() {
            return address instanceof Ipv4Address ? Station.ARP : Station.NDP;
        }

        @Override
        public String text() {
            return "learns that " + address + mac.map(at -> " is at " + at).orElse(" is there") + " behind " + device;
        }

        @Override
        public Optional<Fate> fate() {
            return Optional.of(Fate.CONSUMED);
        }
    }
}
