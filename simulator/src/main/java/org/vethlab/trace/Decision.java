package org.vethlab.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.MacAddress;
import org.vethlab.wire.EthernetFrame;

/** What a station decided about a packet, with what is needed to say why. */
public sealed interface Decision {
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

    /** What a route was looked up for. */
    enum Purpose {
        SEND,
        FORWARD,
        RECEIVE
    }

    /**
     * A route was found.
     *
     * @param input the device where the packet came in; empty for one that was made here
     * @param prefix the route's destination; empty where none was needed
     * @param device where the packet leaves
     * @param source the packet's source address
     * @param choice why this route and no other
     */
    record Routed(
            Purpose purpose,
            IpAddress destination,
            Optional<String> input,
            Optional<String> prefix,
            Optional<IpAddress> gateway,
            Optional<String> device,
            Optional<IpAddress> source,
            Choice choice)
            implements Decision {
        /** The neighbour that the packet is handed to. */
        public IpAddress nextHop() {
            return gateway.orElse(destination);
        }

        @Override
        public Station station() {
            return Station.ROUTE;
        }

        @Override
        public String text() {
            if (purpose == Purpose.RECEIVE) {
                return "for this host: " + destination
                        + input.map(in -> ", in by " + in).orElse("");
            }
            String what = prefix.filter(found -> !found.equals(destination.toString()))
                    .map(found -> destination + " matches " + found)
                    .orElse(destination.toString());
            String way = gateway.map(next -> " via " + next).orElse("")
                    + device.map(out -> " dev " + out).orElse("");
            String from =
                    purpose == Purpose.SEND ? source.map(own -> " src " + own).orElse("") : "";
            return (purpose == Purpose.FORWARD ? "forwards: " : "") + what + way + from + choice.text();
        }

        @Override
        public String decider() {
            return choice.decider();
        }
    }

    /**
     * Why a route was taken.
     *
     * @param table its name; empty if no table was asked
     * @param rule the policy rule that named the table; empty while only those are there that always are
     * @param equals the ways of all routes with the same prefix and metric, the one taken first; none if it has no equal
     * @param worse a route with the same prefix that lost by its metric
     * @param hops how many next hops the route has
     * @param learnt what an earlier ICMP message said: a nearer gateway, a path MTU
     */
    record Choice(
            String table,
            Optional<String> rule,
            List<String> equals,
            Optional<String> worse,
            int hops,
            Optional<String> learnt) {
        public static final Choice NONE =
                new Choice("", Optional.empty(), List.of(), Optional.empty(), 1, Optional.empty());

        private String text() {
            StringBuilder text = new StringBuilder();
            if (!equals.isEmpty()) {
                text.append("; ").append(count(equals.size())).append(" equal routes, the first is taken");
            }
            worse.ifPresent(loser -> text.append("; better than ").append(loser));
            if (hops > 1) {
                text.append("; one of ").append(hops).append(" next hops, by hash");
            }
            learnt.ifPresent(news -> text.append("; ").append(news));
            return text.toString();
        }

        private static String count(int number) {
            return number == 2 ? "two" : number == 3 ? "three" : Integer.toString(number);
        }

        private String decider() {
            String by = table.isEmpty() ? "" : "table " + table;
            String why = !equals.isEmpty() ? ", order of creation" : worse.isPresent() ? ", metric" : "";
            String hash = hops > 1 ? ", fib_multipath_hash_policy" : "";
            return rule.map(its -> "rule " + its + ", ").orElse("") + by + why + hash;
        }
    }

    /** There is no way: the sender hears an error at once. */
    record NoRoute(IpAddress destination, String error, String decider) implements Decision {
        @Override
        public Station station() {
            return Station.ROUTE;
        }

        @Override
        public String text() {
            return "no way to " + destination + ": " + error;
        }

        @Override
        public Optional<Fate> fate() {
            return Optional.of(Fate.IP_OUTNOROUTES);
        }
    }

    /**
     * The neighbour table of the route's device was asked.
     *
     * @param mac empty while it is not known: the packet waits
     * @param elsewhere where else the same address is known
     */
    record Resolved(IpAddress address, String device, String state, Optional<MacAddress> mac, Optional<Known> elsewhere)
            implements Decision {
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
    record Asked(IpAddress target, IpAddress sender, String device, Optional<MacAddress> alone) implements Decision {
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
            implements Decision {
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
    record Silent(IpAddress target, String device, boolean own, String decider) implements Decision {
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
    record Learnt(IpAddress address, Optional<MacAddress> mac, String device) implements Decision {
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
            implements Decision {
        @Override
        public Station station() {
            return Station.BRIDGE;
        }

        @Override
        public String text() {
            String in = learnt
                    ? from.map(port -> "learns the sender on " + port + "; ").orElse("")
                    : "";
            String out =
                    to.isEmpty() ? "nowhere to go" : (flooded ? "floods to " : "known: to ") + String.join(", ", to);
            String not = spared.isEmpty()
                    ? ""
                    : "; not to " + spared.stream().map(Spared::toString).collect(Collectors.joining(", "));
            return bridge + " " + in + out + (vlan == 0 ? "" : " in VLAN " + vlan) + not;
        }

        @Override
        public String decider() {
            return spared.isEmpty() ? "fdb of " + bridge : spared.get(0).decider();
        }
    }

    /** A port that a frame does not leave by. */
    record Spared(String port, String why, String decider) {
        @Override
        public String toString() {
            return port + " (" + why + ")";
        }
    }

    /** A bond, or another device on top of several, chose one. */
    record Chosen(String master, String port, String decider) implements Decision {
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
    record Wrapped(String device, String into, String decider) implements Decision {
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
    record Unwrapped(String device, String from) implements Decision {
        @Override
        public Station station() {
            return Station.TUNNEL;
        }

        @Override
        public String text() {
            return device + " takes it out of what " + from + " sent";
        }
    }

    /** Rules let a packet pass. */
    record Passed(String hook, String decider) implements Decision {
        @Override
        public Station station() {
            return Station.FILTER;
        }

        @Override
        public String text() {
            return "accepted in " + hook;
        }
    }

    /** An address, or a port, was put in the place of another. */
    record Translated(String hook, String before, String after, String decider) implements Decision {
        @Override
        public Station station() {
            return Station.NAT;
        }

        @Override
        public String text() {
            return before + " becomes " + after;
        }
    }

    /** A packet was cut. */
    record Cut(int pieces, int mtu, String device) implements Decision {
        @Override
        public Station station() {
            return Station.FRAGMENT;
        }

        @Override
        public String text() {
            return "cut into " + pieces + " pieces";
        }

        @Override
        public String decider() {
            return "mtu " + mtu + " of " + device;
        }
    }

    /** A frame crosses a cable. @param arrival when it will be at the other end */
    record Crossed(String from, long toNamespace, String to, long arrival, EthernetFrame frame) implements Decision {
        @Override
        public Station station() {
            return Station.CABLE;
        }

        @Override
        public String text() {
            return from + " to " + to;
        }
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
