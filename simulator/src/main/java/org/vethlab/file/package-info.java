/** The files of the simulated machine: in memory, generated below /proc and /sys, and a folder of the host to read. */
@NullMarked
package org.vethlab.file;

import org.jspecify.annotations.NullMarked;
