/** The virtual clock, the tasks that wait on it, and the seeded randomness: the only source of either. */
@NullMarked
package org.vethlab.time;

import org.jspecify.annotations.NullMarked;
