package org.vethlab.net.socket;

import org.vethlab.addr.IpAddress;
import org.vethlab.net.Errno;
import org.vethlab.net.link.Device;

/**
 * An ICMP error that quotes a packet which this host sent.
 *
 * @param reporter who says so
 * @param source the quoted packet's, one of this host's addresses
 * @param transport the quoted packet's bytes behind its IP header; eight at least
 * @param fatal whether a connection cannot go on (icmp_err_convert)
 * @param redirect it tells of a better way: no error at all
 * @param mtu the path MTU that it tells; 0 if it tells none
 */
public record ErrorReport(
        IpAddress reporter,
        IpAddress source,
        IpAddress destination,
        int protocol,
        byte[] transport,
        Device device,
        Errno error,
        boolean fatal,
        boolean redirect,
        int mtu) {}
