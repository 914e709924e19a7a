/** The programs of iproute2: ip and its objects, bridge and its; one file each, one row each in their tables. */
@NullMarked
package org.vethlab.program.ip;

import org.jspecify.annotations.NullMarked;
