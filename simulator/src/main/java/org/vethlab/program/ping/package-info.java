/** The {@code ping} of iputils: options, session, statistics. */
@NullMarked
package org.vethlab.program.ping;

import org.jspecify.annotations.NullMarked;
