package org.vethlab.trace;

import java.util.Optional;
import org.vethlab.wire.Payload;

/**
 * One station of a packet's way.
 *
 * @param time nanoseconds on the world's clock
 * @param namespace inode number of the network namespace where it happened
 * @param station what looked at the packet: {@code receive}, {@code route}, {@code filter}, {@code forward},
 *     {@code neighbour}, {@code arp}, {@code icmp}, {@code bridge}, {@code device}, {@code deliver}, {@code drop}
 * @param packet the packet as it was at this station
 * @param text what was decided
 * @param decider the sysctl, table or rule that decided, or empty
 * @param fate set at the last station only
 */
public record Step(
        long time, long namespace, String station, Payload packet, String text, String decider, Optional<Fate> fate) {}
