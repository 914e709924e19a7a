package org.vethlab.program.traceroute;

/** A kind of packet to probe with. */
interface ProbeMethod extends AutoCloseable {
    /** Length of the headers before the data. */
    int headerLength();

    /** Whether data can be added, to make the packet as long as was asked for. */
    default boolean carriesData() {
        return true;
    }

    /** What happens before anything is printed. @throws ProbeException if that cannot be done */
    void open();

    /**
     * Sends a probe; its answer will be noted in it, and the process woken.
     *
     * @return false if it could not be sent now, but may be later
     * @throws ProbeException if it can never be sent
     */
    boolean send(Probe probe);

    /** No answer is waited for any more. */
    void expire(Probe probe);

    @Override
    void close();
}
