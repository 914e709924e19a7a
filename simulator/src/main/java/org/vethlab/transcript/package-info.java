/** Scripts whose answers are compared with those of real Linux: their marks, their answers, and the normal form of these. */
@NullMarked
package org.vethlab.transcript;

import org.jspecify.annotations.NullMarked;
