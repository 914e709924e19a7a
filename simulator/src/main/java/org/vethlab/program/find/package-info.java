/** {@code find}. */
@NullMarked
package org.vethlab.program.find;

import org.jspecify.annotations.NullMarked;
