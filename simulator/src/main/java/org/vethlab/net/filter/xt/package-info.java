/** The tests and actions of iptables (xtables): what they decide about packets. How they are written is the program's affair. */
@NullMarked
package org.vethlab.net.filter.xt;

import org.jspecify.annotations.NullMarked;
