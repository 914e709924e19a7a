/**
 * The kernel process that Jupyter talks to: messages, one thread that owns the sockets, display, kernelspec.
 *
 * <p>User code never touches a socket: it leaves text and messages with the {@link org.vethlab.jupyter.Courier}.
 */
@NullMarked
package org.vethlab.jupyter;

import org.jspecify.annotations.NullMarked;
