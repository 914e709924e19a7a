package org.vethlab.program.tcpdump.filter;

/**
 * A packet that a filter looks at.
 *
 * @param bytes from the link-layer header on; the outermost VLAN tag of a live packet is not among them
 * @param length of the whole packet
 * @param vlan the tag that the kernel keeps beside the packet: its 16 bits of control information, or -1 for none
 * @param outgoing whether this host sends it
 * @param interfaceIndex of the device
 */
public record FilterInput(byte[] bytes, int length, int vlan, boolean outgoing, int interfaceIndex) {}
