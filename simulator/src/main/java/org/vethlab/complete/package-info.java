/** What can be typed next, and what a word means: asked of the programs' own help texts and of the lab as it is. */
@NullMarked
package org.vethlab.complete;

import org.jspecify.annotations.NullMarked;
