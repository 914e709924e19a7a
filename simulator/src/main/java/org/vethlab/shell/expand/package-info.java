/** Expansion of words: parameters, substitutions, arithmetic, splitting, file names. */
@NullMarked
package org.vethlab.shell.expand;

import org.jspecify.annotations.NullMarked;
