package org.vethlab.net.socket;

import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Device;
import org.vethlab.wire.Ipv6Packet;

/**
 * What an IPv6 socket receives: a packet, or (with IPV6_RECVERR) an error about one that it sent.
 *
 * @param error empty for a packet; else the error that the socket reports
 * @param local the error was found here (SO_EE_ORIGIN_LOCAL): {@code packet} is the one that could not be sent, and
 *     {@code info} the path MTU of EMSGSIZE; otherwise {@code packet} is the ICMPv6 message that brought the error
 * @param time clock time in nanoseconds
 */
public record Ipv6Received(
        Ipv6Packet packet, Optional<Device> device, long time, Optional<Errno> error, boolean local, int info) {}
