package org.vethlab.jupyter;

/**
 * The sockets between a front end and a kernel, in the order in which they are listened to: an interrupt goes before a
 * cell that came with it. The heartbeat has no messages.
 */
enum Channel {
    CONTROL,
    SHELL,
    STDIN,
    IOPUB
}
