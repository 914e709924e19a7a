package org.vethlab.trace;

import java.util.Optional;
import org.vethlab.addr.IpAddress;

/** What a station decided about a packet, with what is needed to say why. */
public sealed interface Decision
        permits RouteDecision,
                NeighbourDecision,
                LinkDecision,
                FilterDecision,
                Decision.Told,
                Decision.Untold,
                Decision.Delivered,
                Decision.Dropped {
    Station station();

    /** In words, Linux's own where it has any. */
    String text();

    /** The sysctl, table or rule that decided; empty where nothing had to. */
    default String decider() {
        return "";
    }

    /** Set where the packet's way ends. */
    default Optional<Fate> fate() {
        return Optional.empty();
    }

    /** Somebody is told what became of a packet. @param message in ICMP's words */
    record Told(IpAddress whom, String message, String decider) implements Decision {
        @Override
        public Station station() {
            return Station.ICMP;
        }

        @Override
        public String text() {
            return "tells " + whom + ": " + message;
        }
    }

    /** A message that should have been sent was not. */
    record Untold(IpAddress whom, String message, String decider) implements Decision {
        @Override
        public Station station() {
            return Station.ICMP;
        }

        @Override
        public String text() {
            return "does not tell " + whom + ": " + message;
        }
    }

    /** The packet is where it belongs. */
    record Delivered(String what) implements Decision {
        @Override
        public Station station() {
            return Station.SOCKET;
        }

        @Override
        public String text() {
            return what;
        }

        @Override
        public Optional<Fate> fate() {
            return Optional.of(Fate.CONSUMED);
        }
    }

    /**
     * The packet's way ends before.
     *
     * @param at the device, port or neighbour where; empty if that is the host as such
     * @param detail what the fate alone does not tell
     */
    record Dropped(Fate end, String at, String detail, String decider) implements Decision {
        @Override
        public Station station() {
            return Station.DROP;
        }

        @Override
        public String text() {
            String place = at.isEmpty() ? "" : " (" + at + ")";
            return detail.isEmpty() ? end.text() + place : detail;
        }

        @Override
        public Optional<Fate> fate() {
            return Optional.of(end);
        }
    }
}
