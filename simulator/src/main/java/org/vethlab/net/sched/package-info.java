/** Traffic control (net/sched): queueing disciplines, their classes, and what they do to the packets of a device. */
@NullMarked
package org.vethlab.net.sched;

import org.jspecify.annotations.NullMarked;
