/** Arithmetic as in {@code $((…))}: text to tree to number. */
@NullMarked
package org.vethlab.shell.arithmetic;

import org.jspecify.annotations.NullMarked;
