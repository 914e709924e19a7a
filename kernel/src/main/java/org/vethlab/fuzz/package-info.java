/** Random scripts that are run on real Linux and in the simulator, and the shortest one on which they disagree. */
@NullMarked
package org.vethlab.fuzz;

import org.jspecify.annotations.NullMarked;
