/** Running the tree: commands, functions, redirections, children, jobs, traps. */
@NullMarked
package org.vethlab.shell.run;

import org.jspecify.annotations.NullMarked;
