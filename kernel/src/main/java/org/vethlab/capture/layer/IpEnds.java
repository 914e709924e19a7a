package org.vethlab.capture.layer;

import org.vethlab.addr.IpAddress;

/**
 * What a layer within needs of the IP header.
 *
 * @param hops time to live, or hop limit
 */
record IpEnds(IpAddress source, IpAddress destination, int hops) {}
