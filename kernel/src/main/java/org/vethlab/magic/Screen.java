package org.vethlab.magic;

import org.vethlab.lab.Lab;
import org.vethlab.picture.Picture;

/** Where a magic's findings are seen: a cell's output, a terminal. */
public interface Screen extends Lab.Sink {
    void show(Picture picture);
}
