/** What befell a packet: steps, ended by a fate. */
@NullMarked
package org.vethlab.trace;

import org.jspecify.annotations.NullMarked;
