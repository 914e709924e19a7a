/** ebtables in its nf_tables variant (1.8.9): rules for what passes a bridge. */
@NullMarked
package org.vethlab.program.ebtables;

import org.jspecify.annotations.NullMarked;
