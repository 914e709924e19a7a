/** Text as the shell sees it: bytes, escapes, quoting. */
@NullMarked
package org.vethlab.shell.text;

import org.jspecify.annotations.NullMarked;
