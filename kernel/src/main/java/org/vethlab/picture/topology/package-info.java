/** The lab as a drawing: its namespaces, switches and cables, what changed on it, and packets moving along it. */
@NullMarked
package org.vethlab.picture.topology;

import org.jspecify.annotations.NullMarked;
