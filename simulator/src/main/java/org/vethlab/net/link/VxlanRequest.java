package org.vethlab.net.link;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.addr.Ipv4Address;

/**
 * What is asked of a VXLAN device.
 *
 * @param remote where frames to unknown stations go: another host, or a group
 * @param local the outer source address
 * @param lower the device that packets leave by
 */
public record VxlanRequest(
        OptionalInt vni,
        Optional<Ipv4Address> remote,
        Optional<Ipv4Address> local,
        Optional<Device> lower,
        Map<VxlanOption, Long> values) {}
