package org.vethlab.program.ping;

import org.vethlab.addr.IpAddress;

/**
 * Whom a ping asks.
 *
 * @param heading the line that it begins with
 * @param anycast any router of the network may answer: its address will be another one
 */
record PingTarget(IpAddress destination, boolean anycast, PingSocket socket, String heading) {}
