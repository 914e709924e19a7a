package org.vethlab.picture;

import java.util.List;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.picture.topology.Animation;
import org.vethlab.picture.topology.Flight;
import org.vethlab.picture.topology.Topology;
import org.vethlab.trace.Story;

/** A command's story: the sentence to take away, the decisions as a table, and the packets moving over the lab. */
public final class StoryPicture {
    private static final String SENTENCE = "font-size:1.05em;margin:.6em 0;padding:.4em .8em;color:inherit;"
            + "border-left:.3em solid var(--jp-brand-color1, #2196f3);max-width:60em";

    private StoryPicture() {}

    /** @param command as it was typed, for the caption */
    public static Picture of(SimulatedLab lab, String command, Story story) {
        Picture table = StoryTable.of(command, story).draw();
        String sentence = story.sentence();
        String text = table.text() + "\n► " + sentence;
        String html = table.rich() + "<p style=\"" + SENTENCE + "\">" + Html.escape(sentence) + "</p>";
        return Picture.html(text, html + animation(lab, story));
    }

    private static String animation(SimulatedLab lab, Story story) {
        List<Flight> flights = StoryFlights.of(story);
        return flights.isEmpty()
                ? ""
                : Animation.of(Topology.of(lab), flights).draw().rich();
    }
}
