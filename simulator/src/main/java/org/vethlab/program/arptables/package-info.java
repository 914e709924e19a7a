/** arptables in its nf_tables variant (1.8.9): rules for ARP. */
@NullMarked
package org.vethlab.program.arptables;

import org.jspecify.annotations.NullMarked;
