/** The settings below /proc/sys/net: their names, defaults, ranges and texts. */
@NullMarked
package org.vethlab.net.sysctl;

import org.jspecify.annotations.NullMarked;
