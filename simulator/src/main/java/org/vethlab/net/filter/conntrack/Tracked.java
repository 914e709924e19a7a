package org.vethlab.net.filter.conntrack;

import java.util.Optional;

/**
 * What connection tracking knows of a packet (skb->_nfct).
 *
 * @param connection empty for what belongs to none: invalid and untracked packets
 * @param reply whether it goes against the direction of the connection's first packet
 */
public record Tracked(Optional<Connection> connection, PacketState state, boolean reply) {}
