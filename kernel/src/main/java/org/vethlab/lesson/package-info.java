/** Exercises: one Markdown file each, checked by running the experiment. */
@NullMarked
package org.vethlab.lesson;

import org.jspecify.annotations.NullMarked;
