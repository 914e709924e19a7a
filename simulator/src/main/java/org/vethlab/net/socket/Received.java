package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Device;
import org.vethlab.wire.Ipv4Packet;

/**
 * What a socket receives: a packet, or (with IP_RECVERR) an error about one that it sent.
 *
 * @param error empty for a packet; else the error that the socket reports
 * @param local the error was found here (SO_EE_ORIGIN_LOCAL): {@code packet} is the one that could not be sent, and
 *     {@code info} the path MTU of EMSGSIZE; otherwise {@code packet} is the ICMP message that brought the error
 * @param time clock time in nanoseconds
 */
public record Received(
        Ipv4Packet packet, Optional<Device> device, long time, Optional<Errno> error, boolean local, int info) {}
