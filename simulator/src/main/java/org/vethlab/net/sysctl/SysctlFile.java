package org.vethlab.net.sysctl;

import org.vethlab.net.NetException;

/** A file below /proc/sys. */
public interface SysctlFile {
    int READ_WRITE = 0644;
    int READ_ONLY = 0444;
    int WRITE_ONLY = 0200;
    int SECRET = 0600;

    /** Permissions: 0644, 0444, 0200. */
    int mode();

    /** Its text, without the final newline. @throws NetException EIO, EACCES */
    String read();

    /** @throws NetException EINVAL, EACCES */
    void write(String text);
}
