/** {@code jq}: its options and its print; the language itself is jackson-jq's. */
@NullMarked
package org.vethlab.program.jq;

import org.jspecify.annotations.NullMarked;
