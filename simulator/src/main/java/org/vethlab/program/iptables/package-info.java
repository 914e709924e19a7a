/** iptables, ip6tables and their kin, in their nf_tables variant (1.8.9). */
@NullMarked
package org.vethlab.program.iptables;

import org.jspecify.annotations.NullMarked;
