package org.vethlab.capture;

import java.util.List;
import org.vethlab.capture.layer.Dissection;

/**
 * A packet: one frame, at however many devices it was seen.
 *
 * @param number from 1
 * @param sightings in order, at least one
 * @param dissection its layers
 * @param answers what became of the question that it asks, if it does
 */
public record Packet(int number, List<Sighting> sightings, Dissection dissection, Answers answers) {
    /**
     * Questions and answers among packets.
     *
     * @param isQuestion whether it wants an answer
     * @param answeredBy numbers of the packets that answer it
     * @param answerTo numbers of the packets that it answers
     */
    public record Answers(boolean isQuestion, List<Integer> answeredBy, List<Integer> answerTo) {
        public boolean isMissing() {
            return isQuestion && answeredBy.isEmpty();
        }
    }

    public Sighting first() {
        return sightings.get(0);
    }

    /** When it was seen first, in nanoseconds since 1970. */
    public long time() {
        return first().time();
    }

    public Frame frame() {
        return first().frame();
    }

    /** Whether a namespace's stack was seen to take it. */
    public boolean arrived(String namespace) {
        return sightings.stream()
                .anyMatch(one -> one.isArrival() && one.namespace().equals(namespace));
    }
}
