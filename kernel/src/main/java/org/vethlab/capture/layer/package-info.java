/** A packet taken apart into its layers: one file per protocol, fields named as in Wireshark. */
@NullMarked
package org.vethlab.capture.layer;

import org.jspecify.annotations.NullMarked;
