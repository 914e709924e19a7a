/** UDP (RFC 768) over both address families. */
@NullMarked
package org.vethlab.net.udp;

import org.jspecify.annotations.NullMarked;
