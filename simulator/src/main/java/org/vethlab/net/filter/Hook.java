package org.vethlab.net.filter;

/** Where netfilter looks at a packet (NF_INET_*). */
public enum Hook {
    PREROUTING,
    INPUT,
    FORWARD,
    OUTPUT,
    POSTROUTING
}
