/** awk: the language of POSIX, as mawk runs it. */
@NullMarked
package org.vethlab.program.awk;

import org.jspecify.annotations.NullMarked;
