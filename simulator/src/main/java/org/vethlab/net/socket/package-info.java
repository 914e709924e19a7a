/** Sockets: raw, UDP, and the packet taps of tcpdump and arping. */
@NullMarked
package org.vethlab.net.socket;

import org.jspecify.annotations.NullMarked;
