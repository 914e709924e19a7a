package org.vethlab.java.api;

import java.util.List;
import org.vethlab.capture.Recording;
import org.vethlab.lab.Explanation;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;

/** A lab behind {@link NotebookLab}, and what only a lab of one's own can do. */
public interface Backing extends Lab {
    /** A lab that has lived through the same. @throws LabException if it cannot be copied */
    Backing copy();

    /** All runs so far. @throws LabException if the lab keeps no journal */
    List<JournalEntry> journal();

    /** Begins a capture on all devices of a place. @param filter an expression of tcpdump's; blank lets all pass */
    Recording capture(String place, String filter);

    /**
     * Runs a script and tells what befell its packets.
     *
     * @throws LabException if it is made of real namespaces
     */
    Explanation explain(Place place, String script, Sink sink);
}
