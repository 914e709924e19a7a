package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Draws an animation. Everything has the same length and repeats for ever, so that nothing has to wait for anything else:
 * what happens when is said by shares of that length. What is visible without any motion is the last frame.
 */
final class Film {
    private static final String STYLE = """
        .mark text,.moving text,.number text{font-size:10px;font-weight:bold;text-anchor:middle;fill:#fff}
        .request{fill:#0072b2}.reply{fill:#007a5a}.arp{fill:#e69f00}.lost{fill:#b34700}.other{fill:#6b4fa0}
        .mark .onarp,.moving .onarp,.number .onarp{fill:#1f2933}
        .rim{stroke:#fff;stroke-width:1.2}
        .story{font-size:11px;white-space:pre}
        .track{fill:#d5dce3}.progress{fill:#52667a}
        @media(prefers-color-scheme:dark){.rim{stroke:#161b22}.track{fill:#30363d}.progress{fill:#9fb3c8}}
        @media(prefers-reduced-motion:reduce){.moving,.bar{display:none}.mark,.line{opacity:1!important}}
        """;

    private static final int LINE = 21;
    private static final int BADGE = 32;
    private static final int WIDEST_CHANNEL = 280;
    private static final int LONGEST_LINE = 150;
    private static final double LETTER = 6.7;
    private static final int INDENT = 30;

    /** How long the last frame stays, in seconds: it tells the whole story, and each of its lines takes time to read. */
    private static final double PAUSE = 4;

    private static final double PAUSE_PER_LINE = 0.8;

    private final Scene scene;
    private final List<Episode> episodes;
    private final double hop;
    private final double pause;
    private final double length;
    private Svg svg = new Svg();

    Film(Scene scene, List<Episode> episodes, double hop) {
        this.scene = scene;
        this.episodes = episodes;
        this.hop = hop;
        this.pause = PAUSE + PAUSE_PER_LINE * episodes.size();
        this.length = pause
                + (episodes.isEmpty() ? 0 : episodes.get(episodes.size() - 1).lastEnding(hop));
    }

    /** What the marks on a cable need. */
    static int room(Cable cable, List<Episode> episodes) {
        long marks = episodes.stream()
                .filter(episode -> episode.trip().flights().stream().anyMatch(flight -> touches(cable, flight)))
                .count();
        return Math.min(WIDEST_CHANNEL, BADGE * ((int) marks + 1));
    }

    private static boolean touches(Cable cable, Flight flight) {
        DeviceName a = cable.a().deviceName();
        DeviceName b = cable.b().deviceName();
        return flight.goesNowhere()
                ? flight.from().equals(a) || flight.from().equals(b)
                : flight.from().equals(a) && flight.to().equals(b)
                        || flight.from().equals(b) && flight.to().equals(a);
    }

    int width(List<String> lines) {
        int longest = lines.stream().mapToInt(line -> cut(line).length()).max().orElse(0);
        return Math.max(scene.width(), 2 * Scene.MARGIN + INDENT + (int) (longest * LETTER));
    }

    private static String cut(String line) {
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE - 1) + "…" : line;
    }

    /** @param rest what is said of what is left out */
    String draw(String description, List<String> lines, String rest) {
        int below = scene.height() + lines.size() * LINE + (rest.isEmpty() ? 0 : LINE);
        int height = below + 2 * LINE;
        SceneSvg drawing = new SceneSvg(scene);
        svg = drawing.begin(width(lines), height, "Packets in the lab", description, SceneSvg.STYLE + STYLE);
        drawing.drawScene();
        scene.wires().forEach(this::marks);
        episodes.forEach(this::move);
        for (int i = 0; i < lines.size(); i++) {
            line(episodes.get(i), cut(lines.get(i)), scene.height() + i * LINE);
        }
        if (!rest.isEmpty()) {
            svg.text("text", rest, "class", "caption", "x", Scene.MARGIN + INDENT, "y", below - LINE);
        }
        key(below + LINE / 2, width(lines));
        return svg.close().toString();
    }

    /** What happened on a cable: its packets in their order, those that died at an end next to that end. */
    private void marks(Wire wire) {
        List<Episode> here = new ArrayList<>();
        Map<Integer, Double> order = new TreeMap<>();
        for (Episode episode : episodes) {
            Optional<Flight> flight = episode.trip().flights().stream()
                    .filter(each -> touches(wire.cable(), each))
                    .findFirst();
            if (flight.isPresent() && !(flight.get().goesNowhere() && isMarkedElsewhere(wire, flight.get()))) {
                here.add(episode);
                order.put(episode.number(), rank(wire, flight.get()) + episode.number() / 1000.0);
            }
        }
        here.sort((a, b) -> Double.compare(order.getOrDefault(a.number(), 0.0), order.getOrDefault(b.number(), 0.0)));
        for (int i = 0; i < here.size(); i++) {
            mark(wire, here.get(i), (i + 1.0) / (here.size() + 1));
        }
    }

    /** A device with several cables gets one cross. */
    private boolean isMarkedElsewhere(Wire wire, Flight loss) {
        return scene.wires().stream()
                .filter(each -> touches(each.cable(), loss))
                .findFirst()
                .filter(first -> !first.cable().equals(wire.cable()))
                .isPresent();
    }

    private static double rank(Wire wire, Flight flight) {
        if (!flight.goesNowhere()) {
            return 1;
        }
        return flight.from().equals(wire.cable().a().deviceName()) ? 0 : 2;
    }

    private void mark(Wire wire, Episode episode, double share) {
        Flight flight = episode.trip().flights().stream()
                .filter(each -> touches(wire.cable(), each))
                .findFirst()
                .orElseThrow();
        boolean isForward = flight.from().equals(wire.cable().a().deviceName());
        Wire.Point at = wire.at(share);
        svg.open("g", "class", "mark");
        if (!flight.goesNowhere()) {
            arrow(at, wire.at(isForward ? share + 0.02 : share - 0.02), episode.kind());
        }
        svg.open("g", "transform", "translate(" + at.text() + ")");
        Badge.draw(svg, episode.kind(), episode.number());
        svg.close();
        appear(episode.beginnings().get(0) + hop * (hopOf(episode.trip(), flight) + 1));
        svg.close();
    }

    private static int hopOf(Trip trip, Flight flight) {
        for (int i = 0; i < trip.hops().size(); i++) {
            if (trip.hops().get(i).contains(flight)) {
                return i;
            }
        }
        return 0;
    }

    /** A head before the mark, in the direction of the way. */
    private void arrow(Wire.Point at, Wire.Point ahead, Flight.Kind kind) {
        double angle = Math.toDegrees(Math.atan2(ahead.y() - at.y(), ahead.x() - at.x()));
        svg.empty(
                "path",
                "class",
                Badge.classes(kind),
                "d",
                "M8,-5.5 L17,0 L8,5.5 z",
                "transform",
                "translate(" + at.text() + ") rotate(" + Wire.number(angle) + ")");
    }

    private void move(Episode episode) {
        for (double beginning : episode.beginnings()) {
            for (int i = 0; i < episode.trip().hops().size(); i++) {
                double from = beginning + i * hop;
                for (Flight flight : episode.trip().hops().get(i)) {
                    wire(flight).ifPresent(wire -> move(episode, wire.path(), from));
                }
            }
        }
    }

    private Optional<Wire> wire(Flight flight) {
        if (flight.goesNowhere()) {
            return Optional.empty();
        }
        return scene.wires().stream()
                .filter(wire -> touches(wire.cable(), flight))
                .findFirst()
                .map(wire -> flight.from().equals(wire.cable().a().deviceName()) ? wire : wire.reversed());
    }

    private void move(Episode episode, String path, double from) {
        svg.open("g", "class", "moving", "opacity", "0");
        Badge.draw(svg, episode.kind(), episode.number());
        String begin = share(from);
        String end = share(from + hop);
        svg.empty(
                "animateMotion",
                "path",
                path,
                "dur",
                seconds(),
                "repeatCount",
                "indefinite",
                "calcMode",
                "linear",
                "keyPoints",
                "0;0;1;1",
                "keyTimes",
                "0;" + begin + ";" + end + ";1");
        svg.empty(
                "animate",
                "attributeName",
                "opacity",
                "values",
                "0;1;0",
                "keyTimes",
                "0;" + begin + ";" + end,
                "calcMode",
                "discrete",
                "dur",
                seconds(),
                "repeatCount",
                "indefinite");
        svg.close();
    }

    private void appear(double at) {
        svg.empty(
                "animate",
                "attributeName",
                "opacity",
                "values",
                "0;1",
                "keyTimes",
                "0;" + share(at),
                "calcMode",
                "discrete",
                "dur",
                seconds(),
                "repeatCount",
                "indefinite");
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.2fs", length);
    }

    private String share(double at) {
        return String.format(Locale.ROOT, "%.4f", at / length);
    }

    private void line(Episode episode, String text, int y) {
        svg.open("g", "class", "number", "transform", "translate(" + (Scene.MARGIN + 11) + "," + y + ")");
        Badge.draw(svg, episode.kind(), episode.number());
        svg.close();
        svg.open("g", "class", "line");
        svg.text("text", text, "class", "story", "xml:space", "preserve", "x", Scene.MARGIN + INDENT, "y", y);
        svg.empty(
                "animate",
                "attributeName",
                "opacity",
                "values",
                "0.7;1",
                "keyTimes",
                "0;" + share(episode.beginnings().get(0)),
                "calcMode",
                "discrete",
                "dur",
                seconds(),
                "repeatCount",
                "indefinite");
        svg.close();
    }

    /** What the shapes mean, and how far the film is. */
    private void key(int y, int width) {
        int x = Scene.MARGIN + 11;
        for (Flight.Kind kind : Flight.Kind.values()) {
            if (episodes.stream().anyMatch(episode -> episode.kind() == kind)) {
                x += Badge.explain(svg, kind, x, y);
            }
        }
        double full = width - 2.0 * Scene.MARGIN;
        svg.open("g", "class", "bar");
        svg.empty("rect", "class", "track", "x", Scene.MARGIN, "y", y + 15, "width", full, "height", 3);
        svg.open("rect", "class", "progress", "x", Scene.MARGIN, "y", y + 15, "width", full, "height", 3);
        svg.empty(
                "animate",
                "attributeName",
                "width",
                "values",
                "0;" + Wire.number(full) + ";" + Wire.number(full),
                "keyTimes",
                "0;" + share(length - pause) + ";1",
                "dur",
                seconds(),
                "repeatCount",
                "indefinite");
        svg.close().close();
    }
}
