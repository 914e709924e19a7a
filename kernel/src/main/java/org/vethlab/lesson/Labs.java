package org.vethlab.lesson;

import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;

/** Where exercises are run: how to get a lab that nobody has touched, and a copy of one that somebody has. */
public interface Labs {
    /**
     * A new lab with a scenario run in it.
     *
     * @throws LabException when there is no such scenario
     */
    Lab fresh(String scenario);

    /** A copy to try things in, or the lab itself where it cannot be copied (real namespaces). */
    Lab copy(Lab lab);
}
