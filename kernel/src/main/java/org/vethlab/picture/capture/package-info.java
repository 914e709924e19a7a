/** Captured packets drawn: a table of packets that open into their layers, a ladder of who sent what to whom. */
@NullMarked
package org.vethlab.picture.capture;

import org.jspecify.annotations.NullMarked;
