/** What was captured: sightings of frames, packets with their layers, conversations, capture files. */
@NullMarked
package org.vethlab.capture;

import org.jspecify.annotations.NullMarked;
