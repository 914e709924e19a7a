package org.vethlab.magic;

import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.picture.Picture;

/** Where a magic's findings are seen: a cell's output, a terminal. */
public interface Screen extends Lab.Sink {
    /** Somebody looks on: what tcpdump has to say comes line by line. */
    @Override
    default boolean isTerminal() {
        return true;
    }

    void show(Picture picture);

    /** How far long work is, in place of what was last said of it. From any thread. */
    default void progress(String text) {}

    /** The work is done: nothing more is to be seen of it. */
    default void progressEnds() {}

    /** A notebook has no windows: says how to reach the place. */
    @Override
    default void opened(Place place) {
        out("a terminal in " + place.name() + ": here that is %ns " + place.name() + " COMMAND\n");
    }
}
