/** The launcher's verbs. */
@NullMarked
package org.vethlab.cli;

import org.jspecify.annotations.NullMarked;
