package org.vethlab.picture;

import java.util.List;
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
        String table =
                isEmpty(story) ? "" : StoryTable.of(command, story).draw().rich();
        String sentence = "<p style=\"" + SENTENCE + "\">" + Html.escape(story.sentence()) + "</p>";
        return Picture.html(text(command, story), table + sentence + animation(lab, story));
    }

    /** The same for a terminal: the table, and the sentence. */
    public static String text(String command, Story story) {
        String table =
                isEmpty(story) ? "" : StoryTable.of(command, story).draw().text() + "\n";
        return table + "► " + story.sentence();
    }

    private static boolean isEmpty(Story story) {
        return story.lines().isEmpty();
    }

    private static String animation(Lab lab, Story story) {
        List<Flight> flights = StoryFlights.of(story);
        return flights.isEmpty()
                ? ""
                : Animation.of(Topology.of(lab), flights).draw().rich();
    }
}
