/** The shell's switches: {@code set -o} and {@code shopt}. */
@NullMarked
package org.vethlab.shell.option;

import org.jspecify.annotations.NullMarked;
