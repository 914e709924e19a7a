package org.vethlab.program.ping;

import java.util.List;
import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.addr.Ipv4Address;
import org.vethlab.net.Errno;

/** What befalls a ping, in whichever address family. */
sealed interface PingEvent {
    /**
     * An answer to this ping.
     *
     * @param zone the device of a link-local address
     * @param route what the record route option has collected
     */
    record Reply(
            IpAddress source,
            Optional<String> zone,
            int sequence,
            int ttl,
            byte[] data,
            long time,
            Optional<List<Ipv4Address>> route)
            implements PingEvent {
        /** Bytes of the ICMP message. */
        int length() {
            return 8 + data.length;
        }
    }

    /** The network tells why a packet did not arrive. @param text what iputils calls it */
    record NetworkError(IpAddress source, Optional<String> zone, int sequence, String text) implements PingEvent {}

    /** This host itself could not send. @param text what iputils makes of a message that is too long */
    record LocalError(Errno error, String text) implements PingEvent {}

    /** A router knows a nearer one: no error. @param text iputils' line behind the sequence number */
    record Redirect(IpAddress source, int sequence, String text, IpAddress gateway) implements PingEvent {}

    /** Another message about this ping's packet, of which nothing is said. */
    record Acknowledgement(int sequence) implements PingEvent {}

    /** Something that is not about this ping. */
    record Other() implements PingEvent {}
}
