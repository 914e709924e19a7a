/** What two states of a lab differ in: snapshots of its rows, and the changes between them. */
@NullMarked
package org.vethlab.diff;

import org.jspecify.annotations.NullMarked;
