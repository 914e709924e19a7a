/** curl(1), for http alone. */
@NullMarked
package org.vethlab.program.curl;

import org.jspecify.annotations.NullMarked;
