/** The grammar of bash: source text to tree and back. It knows nothing of running. */
@NullMarked
package org.vethlab.shell.syntax;

import org.jspecify.annotations.NullMarked;
