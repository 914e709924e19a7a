/** IPv4: the way of a packet in, through and out of a namespace; ICMP, redirects, fragments, path MTU. */
@NullMarked
package org.vethlab.net.ipv4;

import org.jspecify.annotations.NullMarked;
