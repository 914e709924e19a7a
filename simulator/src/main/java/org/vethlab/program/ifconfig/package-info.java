/** ifconfig, of net-tools. */
@NullMarked
package org.vethlab.program.ifconfig;

import org.jspecify.annotations.NullMarked;
