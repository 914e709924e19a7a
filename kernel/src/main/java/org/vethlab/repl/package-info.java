/** The terminal face, on JLine. */
@NullMarked
package org.vethlab.repl;

import org.jspecify.annotations.NullMarked;
