/** What replaces a class of jeromq's: the class path has ours before the library's. */
@NullMarked
package zmq;

import org.jspecify.annotations.NullMarked;
