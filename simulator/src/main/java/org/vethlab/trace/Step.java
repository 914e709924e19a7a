package org.vethlab.trace;

/**
 * One station of a packet's way.
 *
 * @param time nanoseconds on the world's clock
 * @param namespace inode number of the network namespace where it happened
 * @param station what looked at the packet: {@code route}, {@code neighbour}, {@code arp}, {@code bridge}, {@code icmp},
 *     {@code filter}, {@code device}, {@code drop}
 * @param text what was decided
 * @param decider the sysctl, table or rule that decided, or empty
 */
public record Step(long time, long namespace, String station, String text, String decider) {}
