package org.vethlab.trace;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;

/** What routing decided: the way, and why this one; that there is none; that the packet must be cut for it. */
public sealed interface RouteDecision extends Decision {
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
            implements RouteDecision {
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
    record NoRoute(IpAddress destination, String error, String decider) implements RouteDecision {
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

    /** A packet was cut. */
    record Cut(int pieces, int mtu, String device) implements RouteDecision {
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
}
