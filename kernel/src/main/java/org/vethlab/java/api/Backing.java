package org.vethlab.java.api;

import java.util.List;
import org.vethlab.capture.Recording;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.Lab;

/** A lab behind {@link NotebookLab}, and what only a lab of one's own can do. */
public interface Backing extends Lab {
    /** A lab that has lived through the same. @throws LabException if it cannot be copied */
    Backing copy();

    /** All runs so far. @throws LabException if the lab keeps no journal */
    List<JournalEntry> journal();

    /** Begins a capture on all devices of a place. @param filter an expression of tcpdump's; blank lets all pass */
    Recording capture(String place, String filter);
}
