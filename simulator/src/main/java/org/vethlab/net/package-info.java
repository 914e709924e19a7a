/** The simulated kernel: world, namespaces, sysctls, the path of a packet. */
@NullMarked
package org.vethlab.net;

import org.jspecify.annotations.NullMarked;
