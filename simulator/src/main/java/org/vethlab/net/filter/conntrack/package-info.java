/** Connection tracking and address translation. */
@NullMarked
package org.vethlab.net.filter.conntrack;

import org.jspecify.annotations.NullMarked;
