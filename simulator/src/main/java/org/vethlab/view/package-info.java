/** Rows in the vocabulary of ip -j, and the printers that make text or JSON of them. */
@NullMarked
package org.vethlab.view;

import org.jspecify.annotations.NullMarked;
