/** brctl, of bridge-utils. */
@NullMarked
package org.vethlab.program.brctl;

import org.jspecify.annotations.NullMarked;
