/** The modern traceroute for Linux: probes, sixteen at a time, and what their answers mean. */
@NullMarked
package org.vethlab.program.traceroute;

import org.jspecify.annotations.NullMarked;
