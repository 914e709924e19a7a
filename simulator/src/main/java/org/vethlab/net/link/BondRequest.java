package org.vethlab.net.link;

import java.util.List;
import java.util.Map;
import org.vethlab.addr.Ipv4Address;

/**
 * What is to be set on a bond (IFLA_BOND_*).
 *
 * @param values devices by their index, MAC addresses by their bits
 * @param arpTargets counts if {@code values} names ARP_IP_TARGET
 */
public record BondRequest(Map<BondOption, Long> values, List<Ipv4Address> arpTargets) {}
