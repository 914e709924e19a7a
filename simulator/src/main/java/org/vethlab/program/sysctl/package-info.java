/** sysctl, of procps. */
@NullMarked
package org.vethlab.program.sysctl;

import org.jspecify.annotations.NullMarked;
