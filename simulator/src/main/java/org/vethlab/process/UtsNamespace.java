package org.vethlab.process;

/** A UTS namespace: what {@code hostname} shows. */
public final class UtsNamespace {
    private final long inode;
    private String hostname;

    UtsNamespace(long inode, String hostname) {
        this.inode = inode;
        this.hostname = hostname;
    }

    /** The inode number that {@code readlink /proc/self/ns/uts} shows. */
    public long inode() {
        return inode;
    }

    public String hostname() {
        return hostname;
    }

    public void hostname(String name) {
        hostname = name;
    }
}
