package org.vethlab.net.route;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.link.Device;

/**
 * One way to leave for a route's destination.
 *
 * @param device empty for blackhole and its kin
 * @param weight 1 to 256
 */
public record NextHop(Optional<Device> device, Optional<IpAddress> gateway, int weight, boolean onLink) {}
