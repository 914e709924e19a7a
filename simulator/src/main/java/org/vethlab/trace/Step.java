package org.vethlab.trace;

import java.util.Optional;
import org.vethlab.wire.Payload;

/**
 * One station of a packet's way.
 *
 * @param time nanoseconds on the world's clock
 * @param namespace inode number of the network namespace where it happened
 * @param packet the packet's number: all its copies and translations have the same; 0 if nobody asked about it
 * @param content the packet as it was at this station; empty where none was made for want of a way
 * @param decision what was decided, and by what
 */
public record Step(long time, long namespace, int packet, Optional<Payload> content, Decision decision) {}
