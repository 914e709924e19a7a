package org.vethlab.picture;

import java.util.List;
import java.util.Optional;
import org.vethlab.lab.Lab;
import org.vethlab.picture.topology.Animation;
import org.vethlab.picture.topology.Flight;
import org.vethlab.picture.topology.Topology;
import org.vethlab.trace.Story;

/** A command's story: the sentence to take away, the decisions as a table, and the packets moving over the lab. */
public final class StoryPicture {
    private static final String SENTENCE = "font-size:1.05em;margin:.6em 0;padding:.4em .8em;color:inherit;"
            + "border-left:.3em solid #2196f3;max-width:60em";

    private StoryPicture() {}

    /** @param command as it was typed, for the caption */
    public static Picture of(Lab lab, String command, Story story) {
        Optional<Picture> table = table(command, story);
        String sentence = "<p style=\"" + SENTENCE + "\">" + Html.escape(story.sentence()) + "</p>";
        return new Picture(
                table.map(each -> each.text() + "\n").orElse("") + lesson(story),
                "text/html",
                table.map(Picture::rich).orElse("") + sentence + animation(lab, story),
                width -> text(command, story, width));
    }

    /** The same for a terminal of so many columns: the table, and the sentence. */
    public static String text(String command, Story story, int width) {
        return table(command, story)
                        .map(each -> each.narrow().apply(width) + "\n")
                        .orElse("")
                + Wrap.text(lesson(story), width);
    }

    private static Optional<Picture> table(String command, Story story) {
        return story.lines().isEmpty()
                ? Optional.empty()
                : Optional.of(StoryTable.of(command, story).draw());
    }

    private static String lesson(Story story) {
        return "► " + story.sentence();
    }

    private static String animation(Lab lab, Story story) {
        List<Flight> flights = StoryFlights.of(story);
        return flights.isEmpty()
                ? ""
                : Animation.of(Topology.of(lab), flights).draw().rich();
    }
}
