package org.vethlab.file;

/** /proc/mounts. */
final class ProcMounts {
    static final String TEXT = "/dev/vda1 / ext4 rw,relatime 0 0\n"
            + "proc /proc proc rw,nosuid,nodev,noexec,relatime 0 0\n"
            + "sysfs /sys sysfs rw,nosuid,nodev,noexec,relatime 0 0\n"
            + "udev /dev devtmpfs rw,nosuid,relatime 0 0\n"
            + "devpts /dev/pts devpts rw,nosuid,noexec,relatime 0 0\n"
            + "tmpfs /run tmpfs rw,nosuid,nodev,noexec,relatime 0 0\n";

    private ProcMounts() {}
}
