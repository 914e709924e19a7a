/** Patterns: globs of strings and of file names, and POSIX regular expressions. */
@NullMarked
package org.vethlab.shell.pattern;

import org.jspecify.annotations.NullMarked;
