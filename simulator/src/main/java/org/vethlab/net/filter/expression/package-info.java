/** What rules ask of packets and do with them: the expressions of nf_tables. */
@NullMarked
package org.vethlab.net.filter.expression;

import org.jspecify.annotations.NullMarked;
