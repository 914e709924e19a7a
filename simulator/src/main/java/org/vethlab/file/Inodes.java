package org.vethlab.file;

/** Gives out inode numbers. */
final class Inodes {
    private long last = 1;

    long next() {
        return ++last;
    }
}
