/** The shell's variables: values, arrays, attributes, scopes. */
@NullMarked
package org.vethlab.shell.variable;

import org.jspecify.annotations.NullMarked;
