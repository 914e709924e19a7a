/** IPv6: addresses, their automatic configuration, duplicate address detection, and what is sent for them. */
@NullMarked
package org.vethlab.net.ipv6;

import org.jspecify.annotations.NullMarked;
