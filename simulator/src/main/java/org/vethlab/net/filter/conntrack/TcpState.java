package org.vethlab.net.filter.conntrack;

/** Where a TCP connection is, as a host between its ends can know it (TCP_CONNTRACK_*). */
public enum TcpState {
    NONE,
    SYN_SENT,
    SYN_RECV,
    ESTABLISHED,
    FIN_WAIT,
    CLOSE_WAIT,
    LAST_ACK,
    TIME_WAIT,
    CLOSE,
    SYN_SENT2
}
