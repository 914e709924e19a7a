/** nc(1), the netcat of OpenBSD as Debian has it. */
@NullMarked
package org.vethlab.program.nc;

import org.jspecify.annotations.NullMarked;
