package org.vethlab.program.ping;

import org.vethlab.addr.Ipv4Address;

/** Whom a ping asks, and as whom. */
record PingTarget(Ipv4Address destination, Ipv4Address source) {}
