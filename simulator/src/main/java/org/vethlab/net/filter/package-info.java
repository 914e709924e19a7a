/** Netfilter's hooks. */
@NullMarked
package org.vethlab.net.filter;

import org.jspecify.annotations.NullMarked;
