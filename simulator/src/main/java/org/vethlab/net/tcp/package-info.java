/** TCP (RFC 9293) as Linux speaks it: sockets, connections, listeners, retransmission, congestion. */
@NullMarked
package org.vethlab.net.tcp;

import org.jspecify.annotations.NullMarked;
