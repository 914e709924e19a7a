package org.vethlab.java.api;

import java.util.List;
import java.util.Optional;
import org.vethlab.lab.Explanation;
import org.vethlab.lab.Lab;
import org.vethlab.picture.Drawable;
import org.vethlab.picture.Picture;
import org.vethlab.picture.StoryPicture;
import org.vethlab.trace.Fate;
import org.vethlab.trace.Story;

/**
 * Why a command's packets fared as they did; at a cell's end it is drawn.
 *
 * @param status the command's exit status
 * @param sentence one to take away
 * @param steps what the stations on the packets' way decided, in order
 */
public record Why(int status, String sentence, List<Story.Line> steps, Picture picture) implements Drawable {
    static Why of(Lab lab, String namespace, String command, Explanation explanation) {
        Story story = explanation.story();
        Picture picture = StoryPicture.of(lab, namespace + " " + command, story);
        return new Why(explanation.status(), story.sentence(), story.lines(), picture);
    }

    /** Linux's reasons to drop packets that came up, in order: {@code NEIGH_FAILED}, {@code NETFILTER_DROP}, … */
    public List<Fate> fates() {
        return steps.stream().map(Story.Line::fate).flatMap(Optional::stream).toList();
    }

    @Override
    public Picture draw() {
        return picture;
    }

    @Override
    public String toString() {
        return picture.text();
    }
}
