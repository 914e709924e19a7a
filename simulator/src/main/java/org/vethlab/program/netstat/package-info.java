/** netstat(8) of net-tools. */
@NullMarked
package org.vethlab.program.netstat;

import org.jspecify.annotations.NullMarked;
