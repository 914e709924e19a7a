/** Forwarding tables, rules, and what addresses and link state do to routes. */
@NullMarked
package org.vethlab.net.route;

import org.jspecify.annotations.NullMarked;
