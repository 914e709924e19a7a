package org.vethlab.trace;

/** Takes the steps of packets. The simulator has none by default, and then no step is made. */
public interface Tracer {
    void step(Step step);
}
