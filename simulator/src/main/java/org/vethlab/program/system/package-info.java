/** Programs around processes, namespaces and the machine itself. */
@NullMarked
package org.vethlab.program.system;

import org.jspecify.annotations.NullMarked;
