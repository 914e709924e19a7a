/** The Linux programs: one file each, one row each in the table. */
@NullMarked
package org.vethlab.program;

import org.jspecify.annotations.NullMarked;
