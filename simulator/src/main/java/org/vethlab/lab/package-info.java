/** The seam that every face uses: run a script in a place, stream its output, interrupt it, read rows. */
@NullMarked
package org.vethlab.lab;

import org.jspecify.annotations.NullMarked;
