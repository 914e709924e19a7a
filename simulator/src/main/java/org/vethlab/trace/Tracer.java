package org.vethlab.trace;

/** Takes the steps of packets. The simulator has none by default, and then no step is made. */
public interface Tracer {
    void step(Step step);

    /**
     * A packet is made.
     *
     * @param cause the packet that this one is made for or answers; or the number of what the user does
     */
    default void made(int packet, int cause) {}
}
