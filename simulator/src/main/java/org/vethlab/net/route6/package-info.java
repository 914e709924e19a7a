/** IPv6 forwarding tables, rules, and which way a packet takes (net/ipv6/ip6_fib.c, route.c, fib6_rules.c). */
@NullMarked
package org.vethlab.net.route6;

import org.jspecify.annotations.NullMarked;
