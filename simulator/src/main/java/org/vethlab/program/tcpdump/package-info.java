/** tcpdump 4.99: the filter language, the printers of packets, live capture and capture files. */
@NullMarked
package org.vethlab.program.tcpdump;

import org.jspecify.annotations.NullMarked;
