/** What a namespace's kernel tells of itself, as typed rows in the words of {@code ip -j} and {@code bridge -j}. */
@NullMarked
package org.vethlab.row;

import org.jspecify.annotations.NullMarked;
