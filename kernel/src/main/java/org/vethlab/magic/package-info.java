/** The magics: one file each, one table ({@link org.vethlab.magic.Magics}). */
@NullMarked
package org.vethlab.magic;

import org.jspecify.annotations.NullMarked;
