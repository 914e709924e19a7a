package org.vethlab.process;

/** What a forked child does. @see Process#fork */
public interface ProcessBody {
    /** @return the exit status */
    int run(Process self);
}
