/** The ethtool of Debian 12 (6.1): what drivers of virtual devices tell of themselves. */
@NullMarked
package org.vethlab.program.ethtool;

import org.jspecify.annotations.NullMarked;
