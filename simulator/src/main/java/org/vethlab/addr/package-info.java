/** MAC, IPv4 and IPv6 addresses and prefixes: values and their text. */
@NullMarked
package org.vethlab.addr;

import org.jspecify.annotations.NullMarked;
