/** ss(8) of iproute2. */
@NullMarked
package org.vethlab.program.ss;

import org.jspecify.annotations.NullMarked;
