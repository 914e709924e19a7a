/** The simulated user space: processes, signals, file descriptors, files. */
@NullMarked
package org.vethlab.process;

import org.jspecify.annotations.NullMarked;
