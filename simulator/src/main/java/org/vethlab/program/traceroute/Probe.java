package org.vethlab.program.traceroute;

import java.util.Optional;
import org.vethlab.addr.IpAddress;

/** One packet on its way to some hop, and what came back. Times are the clock's nanoseconds; -1 says not yet. */
final class Probe {
    final int ttl;
    long sent = -1;
    long answered = -1;
    boolean done;
    /** It, or what it says, comes from where the way ends. */
    boolean last;

    int answerTtl;
    String error = "";
    /** The device of a link-local address, behind a percent sign. */
    String zone = "";

    Optional<IpAddress> from = Optional.empty();

    Probe(int ttl) {
        this.ttl = ttl;
    }

    /** Takes the answer of another one, which was answered in its stead, and leaves it without one. */
    void take(Probe other) {
        sent = other.sent;
        answered = other.answered;
        done = other.done;
        last = other.last;
        answerTtl = other.answerTtl;
        error = other.error;
        zone = other.zone;
        from = other.from;
        other.sent = 1;
        other.answered = -1;
        other.done = false;
        other.last = false;
        other.answerTtl = 0;
        other.error = "";
        other.from = Optional.empty();
    }

    /** The own host refuses to send it: nobody answered, but there is a time. */
    void refuse(String why, long time) {
        answered = time;
        error = why;
        last = true;
        done = true;
    }

    void answer(IpAddress source, int receivedTtl, long time) {
        from = Optional.of(source);
        answerTtl = receivedTtl;
        answered = time;
        done = true;
    }
}
