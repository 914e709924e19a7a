/** The tc of iproute2 6.1: what the user types about queueing disciplines, classes and filters, and how they are shown. */
@NullMarked
package org.vethlab.program.tc;

import org.jspecify.annotations.NullMarked;
