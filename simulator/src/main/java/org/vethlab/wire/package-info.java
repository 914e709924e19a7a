/** One record per protocol header, with its bytes and checksums. */
@NullMarked
package org.vethlab.wire;

import org.jspecify.annotations.NullMarked;
