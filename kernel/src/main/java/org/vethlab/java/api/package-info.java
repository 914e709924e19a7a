/** What Java cells say to a lab: the variable {@code lab} and what it hands out. */
@NullMarked
package org.vethlab.java.api;

import org.jspecify.annotations.NullMarked;
