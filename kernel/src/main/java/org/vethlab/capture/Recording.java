package org.vethlab.capture;

import java.util.List;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;

/** A capture that goes on, until it is closed. */
public interface Recording extends AutoCloseable {
    /**
     * Begins to capture.
     *
     * @param devices of each place; none stands for all
     * @param filter an expression of tcpdump's; blank lets all pass
     * @throws LabException if there is no such device, if the filter cannot be compiled, or if this lab has no tcpdump
     */
    static Recording start(Lab lab, List<Place> places, List<String> devices, String filter) {
        return lab instanceof SimulatedLab simulated
                ? new SimulatedRecording(simulated.record(places, devices, filter), devices.isEmpty())
                : TcpdumpRecording.start(lab, places, devices, filter);
    }

    /** What was seen so far. */
    Capture capture();

    /** Forgets what was seen so far, and goes on. */
    void clear();

    /** Captures no more; what was seen stays. */
    @Override
    void close();
}
