/** Neighbour tables, one for each device and family, and ARP and NDP, which fill them. */
@NullMarked
package org.vethlab.net.neigh;

import org.jspecify.annotations.NullMarked;
