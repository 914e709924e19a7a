/** Java cells: JShell in this process, with real values, a true stop, and variables that outlive redefinitions. */
@NullMarked
package org.vethlab.java;

import org.jspecify.annotations.NullMarked;
