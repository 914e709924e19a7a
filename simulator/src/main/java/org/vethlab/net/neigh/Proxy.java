package org.vethlab.net.neigh;

import java.util.Optional;
import org.vethlab.addr.IpAddress;
import org.vethlab.net.link.Device;

/** An address for which this host answers on a device, or on all (struct pneigh_entry). */
public record Proxy(IpAddress address, Optional<Device> device) {}
