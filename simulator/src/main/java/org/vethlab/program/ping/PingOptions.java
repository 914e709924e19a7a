package org.vethlab.program.ping;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.addr.Ipv6Address;
import org.vethlab.net.socket.SendRequest.PathMtuDiscovery;
import org.vethlab.wire.HeaderOptions;
import org.vethlab.wire.RecordRoute;

/** What the words of a {@code ping} command say. Times are in milliseconds, as in iputils. */
final class PingOptions {
    static final int DEFAULT_LINGER = 10_000;

    /** IPv4 or IPv6, if it was said. */
    enum Family {
        ANY,
        INET,
        INET6
    }

    /** As errors call it. */
    String program = "ping";

    Family family = Family.ANY;
    String target = "";
    int operands;
    /** What is named before the target: a source route. */
    List<String> hops = List.of();

    long count;
    int interval = 1000;
    boolean intervalGiven;
    int deadline;
    int linger = DEFAULT_LINGER;
    int preload = 1;
    int size = 56;
    OptionalInt identifier = OptionalInt.empty();
    OptionalInt ttl = OptionalInt.empty();
    int tos;
    int mark;
    int flowLabel;
    Optional<PathMtuDiscovery> pathMtuDiscovery = Optional.empty();
    Optional<String> device = Optional.empty();
    Optional<Ipv4Address> source = Optional.empty();
    Optional<Ipv6Address> source6 = Optional.empty();
    byte[] pattern = {};
    boolean adaptive;
    boolean audible;
    boolean broadcast;
    boolean flood;
    boolean latency;
    boolean noLoop;
    boolean numeric;
    boolean outstanding;
    boolean quiet;
    boolean recordRoute;
    boolean stickySource;
    boolean timestamps;
    boolean verbose;
    boolean version;

    HeaderOptions ipOptions() {
        return recordRoute ? RecordRoute.empty() : HeaderOptions.NONE;
    }

    /** A time of day fits into the data, so that the way there and back can be timed (struct timeval). */
    boolean isTimed() {
        return size >= 16;
    }
}
