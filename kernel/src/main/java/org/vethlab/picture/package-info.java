/** Rows drawn: HTML for a notebook, each with a plain-text twin. No script, no state. */
@NullMarked
package org.vethlab.picture;

import org.jspecify.annotations.NullMarked;
