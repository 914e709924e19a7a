/** The commands of the shell itself: one file each, one row each in the table. */
@NullMarked
package org.vethlab.shell.builtin;

import org.jspecify.annotations.NullMarked;
