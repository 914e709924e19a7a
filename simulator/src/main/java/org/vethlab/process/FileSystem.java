package org.vethlab.process;

/** All files of a machine. */
public interface FileSystem {
    /** The files as a process sees them. */
    Files of(Process process);
}
