package org.vethlab.java;

import org.vethlab.java.api.NotebookLab;
import org.vethlab.lab.Lab;
import org.vethlab.row.Answer;

/** Labs as cells hold them, without a compiler. */
public final class TestLabs {
    private TestLabs() {}

    /** @param shown takes what commands show in the cell */
    public static NotebookLab of(Lab lab, Answer shown) {
        return new NotebookLab(new GatedLab(() -> lab, new Gate()), () -> shown);
    }
}
