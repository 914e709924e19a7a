/** The same lab on real network namespaces. */
@NullMarked
package org.vethlab.live;

import org.jspecify.annotations.NullMarked;
