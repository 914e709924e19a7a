package org.vethlab.program.traceroute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.program.HostNames;

/**
 * The trace itself: up to sixteen probes are on their way at once, and are printed in their order. How long the first of
 * them is waited for depends on the answers that came to others.
 */
final class Trace {
    /** What one probe takes: a socket of its own, its options, the sending. A neighbour on a cable has been found by then. */
    private static final long SENDING = 60_000;

    /** What is added to a measured time before it is multiplied. */
    private static final double PRECISION = 0.005;

    private final Tracing tracing;
    private final TraceSettings settings;
    private final ProbeMethod method;
    private final List<Probe> probes = new ArrayList<>();
    private final int perHop;
    private int start;
    private int end;
    private long lastSent = Long.MIN_VALUE / 2;

    Trace(Tracing tracing, ProbeMethod method) {
        this.tracing = tracing;
        this.settings = tracing.settings();
        this.method = method;
        this.perHop = settings.probesPerHop();
        for (int i = 0; i < settings.maximumHops() * perHop; i++) {
            probes.add(new Probe(i / perHop + 1));
        }
        start = (settings.firstHop() - 1) * perHop;
        end = probes.size();
    }

    void run() {
        tracing.context()
                .out()
                .print("traceroute to " + settings.host() + " (" + settings.address() + "), "
                        + settings.maximumHops() + " hops max, " + packetLength()
                        + " byte packets");
        while (start < end) {
            long next = round();
            if (next >= 0 && start < end) {
                tracing.context().process().await(Math.max(next, tracing.now()));
            }
        }
        tracing.context().out().print("\n");
    }

    private int packetLength() {
        return method.carriesData() ? tracing.packetLength(method.headerLength()) : method.headerLength();
    }

    /** Sends what may be sent, prints what can be printed. @return when to look again; -1 for at once */
    private long round() {
        long now = tracing.now();
        long next = -1;
        int underWay = 0;
        for (int n = start; n < end && underWay < settings.simultaneous(); n++) {
            Probe probe = probes.get(n);
            if (n == start && !probe.done && probe.sent >= 0) {
                next = expire(probe, n, now);
            }
            if (probe.done) {
                settle(probe, n);
                continue;
            }
            if (probe.sent < 0) {
                if (settings.sendWait() > 0 && lastSent + settings.sendWait() > now) {
                    return lastSent + settings.sendWait();
                }
                if (!send(probe, next >= 0)) {
                    return next;
                }
            }
            next = next < 0 ? probe.sent + timeout(n) : next;
            underWay++;
        }
        return next;
    }

    private boolean send(Probe probe, boolean othersUnderWay) {
        if (!method.send(probe)) {
            probe.sent = -1;
            if (!othersUnderWay) {
                throw new ProbeException("send probe", Errno.ENOBUFS);
            }
            return false;
        }
        lastSent = probe.sent;
        tracing.workFor(SENDING);
        return true;
    }

    private long expire(Probe probe, int n, long now) {
        long deadline = probe.sent + timeout(n);
        if (deadline > now) {
            return deadline;
        }
        method.expire(probe);
        replaceByLast(probe, n);
        return -1;
    }

    /** The first one is printed; behind the hop where the way ends nothing is sent. */
    private void settle(Probe probe, int n) {
        if (n == start) {
            print(probe, n);
            start++;
        }
        if (probe.last) {
            end = (n / perHop + 1) * perHop;
        }
    }

    // waiting

    private long timeout(int n) {
        int hop = n / perHop * perHop;
        for (int i = hop; i < hop + perHop; i++) {
            if (isTimed(probes.get(i)) && settings.hereFactor() > 0) {
                return scaled(probes.get(i), settings.hereFactor());
            }
        }
        for (int i = n + 1; i < probes.size() && probes.get(i).sent >= 0; i++) {
            if (isTimed(probes.get(i)) && settings.nearFactor() > 0) {
                return scaled(probes.get(i), settings.nearFactor());
            }
        }
        return (long) (settings.maximumWait() * 1e9);
    }

    private static boolean isTimed(Probe probe) {
        return probe.done && probe.answered > probe.sent;
    }

    private long scaled(Probe answered, double factor) {
        double seconds = (answered.answered - answered.sent) / 1e9 + PRECISION;
        return (long) (Math.min(seconds * factor, settings.maximumWait()) * 1e9);
    }

    // probes that got no answer

    /**
     * A host that answers only some of many probes at once answers "unreachable" for later ones, though the earlier ones
     * reached it as well: the next such answer is then put in the place of the one that is missing.
     */
    private void replaceByLast(Probe probe, int n) {
        boolean earlierLast = false;
        for (int i = n / perHop * perHop; i < n; i++) {
            if (!probes.get(i).done || !probes.get(i).last) {
                return;
            }
            earlierLast = true;
        }
        int found = n + 1;
        while (found < probes.size() && probes.get(found).sent >= 0 && !probes.get(found).done) {
            found++;
        }
        if (found >= probes.size() || probes.get(found).sent < 0) {
            return;
        }
        Probe last = probes.get(found);
        if (!last.last || last.error.isEmpty()) {
            return;
        }
        boolean sameHop = n % perHop + (found - n) < perHop;
        if (earlierLast || sameHop || hasAnswered(last, n) || isAsFar(last, n)) {
            probe.take(last);
        }
    }

    /** Whether the answer comes from a hop that has already been seen: it lies no further away. */
    private boolean hasAnswered(Probe last, int before) {
        return probes.subList(0, before).stream().anyMatch(earlier -> earlier.from.equals(last.from));
    }

    /** Whether the way back, as the answer's TTL tells, is as short as the way to this probe's hop. */
    private boolean isAsFar(Probe last, int n) {
        int back = hops(last.answerTtl);
        for (int i = n - 1; i >= 0; i--) {
            Probe earlier = probes.get(i);
            if (earlier.done && !earlier.last && earlier.answerTtl > 0 && hops(earlier.answerTtl) < back) {
                back = back - hops(earlier.answerTtl) + earlier.ttl;
                break;
            }
        }
        return last.answerTtl > 0 && back <= probes.get(n).ttl;
    }

    /** Hosts begin with a TTL of 64, 128 or 255. */
    private static int hops(int ttl) {
        return ttl <= 64 ? 65 - ttl : ttl <= 128 ? 129 - ttl : 256 - ttl;
    }

    // printing

    private void print(Probe probe, int n) {
        StringBuilder text = new StringBuilder(n % perHop == 0 ? String.format("\n%2d ", probe.ttl) : "");
        if (probe.from.isEmpty()) {
            text.append(" *");
        } else if (isNewAddress(probe, n)) {
            text.append(' ').append(address(probe));
        }
        if (probe.answered >= 0) {
            text.append(String.format("  %.3f ms", (probe.answered - probe.sent) / 1e6));
        }
        text.append(probe.error.isEmpty() ? "" : " " + probe.error);
        tracing.context().out().print(text.toString());
    }

    private boolean isNewAddress(Probe probe, int n) {
        for (int i = n - 1; i >= n / perHop * perHop; i--) {
            if (probes.get(i).from.isPresent()) {
                return !probes.get(i).from.equals(probe.from);
            }
        }
        return true;
    }

    private String address(Probe probe) {
        String number = probe.from.map(Object::toString).orElse("") + probe.zone;
        if (settings.numeric()) {
            return number;
        }
        Optional<String> name = probe.from.flatMap(from -> HostNames.nameOf(tracing.context(), from));
        return name.orElse(number) + " (" + number + ")";
    }
}
