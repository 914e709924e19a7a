/** The text and file tools that scripts pipe into: coreutils, grep, sed, awk and their like. */
@NullMarked
package org.vethlab.program.text;

import org.jspecify.annotations.NullMarked;
