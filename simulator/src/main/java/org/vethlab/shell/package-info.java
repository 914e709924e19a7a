/** A bash: words, tree, run; variables, jobs, pipes, redirections. */
@NullMarked
package org.vethlab.shell;

import org.jspecify.annotations.NullMarked;
