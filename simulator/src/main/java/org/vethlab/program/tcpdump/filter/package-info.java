/** The filter language of pcap-filter(7): lexer, parser, the tests that expressions become, and their evaluation. */
@NullMarked
package org.vethlab.program.tcpdump.filter;

import org.jspecify.annotations.NullMarked;
