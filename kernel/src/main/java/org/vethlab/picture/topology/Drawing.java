package org.vethlab.picture.topology;

import java.util.Optional;
import org.vethlab.picture.Drawable;
import org.vethlab.picture.Html;
import org.vethlab.picture.Picture;

/** A lab as drawn, against the drawing before: what changed is marked, what stayed keeps its place. */
public final class Drawing implements Drawable {
    private final Topology topology;
    private final Scene scene;
    private final boolean isFirst;

    private Drawing(Topology topology, Scene scene, boolean isFirst) {
        this.topology = topology;
        this.scene = scene;
        this.isFirst = isFirst;
    }

    /** A drawing that marks nothing. */
    public static Drawing first(Topology topology) {
        return new Drawing(topology, Scene.of(Difference.none(topology), Optional.empty(), cable -> 0), true);
    }

    /** The drawing after this one. */
    public Drawing next(Topology now) {
        Scene next = Scene.of(Difference.between(topology, now), Optional.of(scene.placement()), cable -> 0);
        return new Drawing(now, next, false);
    }

    Scene scene() {
        return scene;
    }

    @Override
    public Picture draw() {
        if (scene.boxes().isEmpty()) {
            String text = "There is nothing in the lab yet: no namespace, no device besides lo.";
            return Picture.html(text, "<p>" + text + "</p>");
        }
        String text = text();
        String svg = new SceneSvg(scene).draw(text, changes());
        return Picture.html(text, Html.image(svg, summary(), scene.width()) + asText(text));
    }

    /** For those who cannot see the picture, or want to copy from it. */
    static String asText(String text) {
        return "<details><summary>as text</summary><pre>" + Svg.escape(text) + "</pre></details>";
    }

    private String text() {
        String changes = changes();
        return new TopologyText(scene.difference()).write() + (changes.isEmpty() ? "" : "\n" + changes);
    }

    private String changes() {
        if (isFirst) {
            return "";
        }
        return scene.difference().size() == 0
                ? "Nothing drawn here has changed since the last drawing."
                : "Since the last drawing:  + new   ~ changed   − gone";
    }

    private String summary() {
        long switches = topology.boxes().stream().filter(Box::isSwitch).count();
        long hosts = topology.boxes().size() - switches;
        return "Drawing of the lab: " + count(hosts, "namespace") + ", " + count(switches, "switch") + ", "
                + count(topology.cables().size(), "cable");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : what.endsWith("h") ? "es" : "s");
    }

    @Override
    public String toString() {
        return draw().text();
    }
}
