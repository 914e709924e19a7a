package org.vethlab.jupyter;

/** The sockets between a front end and a kernel; the heartbeat has no messages. */
enum Channel {
    SHELL,
    CONTROL,
    STDIN,
    IOPUB
}
