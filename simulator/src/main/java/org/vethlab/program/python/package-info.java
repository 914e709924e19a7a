/** python3(1), of which there is http.server alone. */
@NullMarked
package org.vethlab.program.python;

import org.jspecify.annotations.NullMarked;
