package org.vethlab.picture.capture;

import java.util.EnumSet;
import java.util.Set;
import org.vethlab.capture.layer.Kind;
import org.vethlab.picture.Html;
import org.vethlab.picture.capture.Ladder.Rung;
import org.vethlab.picture.capture.Ladder.Target;

/** A ladder as SVG on a ground of its own, so that it is legible on every page; dark where the page is dark. */
final class LadderSvg {
    private static final int LEFT = 96;
    private static final int COLUMN = 130;
    private static final int TOP = 56;
    private static final int ROW = 26;
    private static final int GAP = 18;
    private static final long PAUSE = 500_000_000L;
    private static final int CHARACTER = 7;
    private static final int MOST_CHARACTERS = 76;

    /** The colours that a dark ground needs otherwise. */
    private static final String DARK = """
        <style>@media (prefers-color-scheme: dark) {
        rect[fill="#fff"] { fill: #18181b; stroke: #3f3f46 }
        rect[fill="#eef2ff"] { fill: #312e81 }
        text[fill="#111827"] { fill: #e5e7eb }
        text[fill="#374151"], text[fill="#6b7280"] { fill: #cbd5e1 }
        text[fill="#b91c1c"] { fill: #fca5a5 }
        [fill="#b45309"] { fill: #f59e0b } [stroke="#b45309"] { stroke: #f59e0b }
        [fill="#15803d"] { fill: #4ade80 } [stroke="#15803d"] { stroke: #4ade80 }
        [fill="#1d4ed8"] { fill: #60a5fa } [stroke="#1d4ed8"] { stroke: #60a5fa }
        [fill="#b91c1c"] { fill: #f87171 } [stroke="#b91c1c"] { stroke: #f87171 }
        [fill="#7c3aed"] { fill: #a78bfa } [stroke="#7c3aed"] { stroke: #a78bfa }
        [fill="#0e7490"] { fill: #22d3ee } [stroke="#0e7490"] { stroke: #22d3ee }
        [fill="#4b5563"] { fill: #9ca3af } [stroke="#4b5563"] { stroke: #9ca3af }
        }</style>
        """;

    private final Ladder ladder;
    private final StringBuilder svg = new StringBuilder();
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private int y = TOP;

    private LadderSvg(Ladder ladder) {
        this.ladder = ladder;
    }

    static String of(Ladder ladder, String title) {
        return new LadderSvg(ladder).draw(title);
    }

    /** For a page. */
    static String image(Ladder ladder, String title) {
        LadderSvg drawing = new LadderSvg(ladder);
        return Html.image(drawing.draw(title), LadderText.of(ladder), drawing.width());
    }

    private int width() {
        return textStart() + longest() * CHARACTER + 20;
    }

    private String draw(String title) {
        StringBuilder rungs = new StringBuilder();
        long before =
                ladder.rungs().isEmpty() ? 0 : ladder.rungs().get(0).packet().time();
        for (Rung rung : ladder.rungs()) {
            long time = rung.packet().time();
            if (time - before >= PAUSE) {
                pause(rungs, time - before);
            }
            before = time;
            rung(rungs, rung);
            y += ROW;
        }
        int bottom = y + 8;
        int width = width();
        int height = bottom + 34;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"t d\" width=\"" + width
                + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height
                + "\" font-family=\"system-ui, sans-serif\" font-size=\"12\">");
        svg.append("<title id=\"t\">" + Html.escape(title) + "</title><desc id=\"d\">")
                .append(Html.escape(LadderText.of(ladder)))
                .append("</desc>")
                .append(DARK);
        svg.append(
                "<rect width=\"" + width + "\" height=\"" + height + "\" rx=\"6\" fill=\"#fff\" stroke=\"#d1d5db\"/>");
        columns(bottom);
        svg.append(rungs);
        legend(bottom + 16);
        return svg.append("</svg>").toString();
    }

    private int longest() {
        int most = ladder.rungs().stream()
                .mapToInt(rung -> shortened(Words.of(rung, ladder.columns())).length())
                .max()
                .orElse(0);
        return Math.max(most, 20);
    }

    private int textStart() {
        return x(Math.max(ladder.columns().size() - 1, 0)) + 58;
    }

    private static int x(int column) {
        return LEFT + 60 + column * COLUMN;
    }

    private void columns(int bottom) {
        for (int i = 0; i < ladder.columns().size(); i++) {
            String name = ladder.columns().get(i);
            svg.append("<rect x=\"" + (x(i) - 58) + "\" y=\"12\" width=\"116\" height=\"24\" rx=\"4\" fill=\"#eef2ff\""
                    + " stroke=\"#6366f1\"/>");
            text(svg, x(i), 28, "middle", "#111827", name, name.length() > 16 ? " font-size=\"10\"" : "");
            svg.append("<line x1=\"" + x(i) + "\" y1=\"36\" x2=\"" + x(i) + "\" y2=\"" + bottom
                    + "\" stroke=\"#9ca3af\"/>");
        }
        text(svg, LEFT - 12, 28, "end", "#374151", "seconds", "");
    }

    private void pause(StringBuilder out, long nanos) {
        text(
                out,
                LEFT - 12,
                y + 2,
                "end",
                "#6b7280",
                "⋮ " + Times.seconds(nanos).replaceFirst("\\d{3}$", "") + " later",
                "");
        y += GAP;
    }

    private void rung(StringBuilder out, Rung rung) {
        kinds.add(rung.packet().dissection().kind());
        boolean trouble = rung.isLost() || rung.isUnanswered();
        String words = Words.of(rung, ladder.columns());
        out.append("<g><title>" + Html.escape(rung.packet().number() + ": " + words) + "</title>");
        text(
                out,
                LEFT - 12,
                y + 4,
                "end",
                "#374151",
                Times.seconds(rung.packet().time() - ladder.start()),
                " font-family=\"monospace\"");
        String colour = colour(rung.packet().dissection().kind());
        String dash = trouble ? " stroke-dasharray=\"5 3\"" : "";
        if (rung.to() instanceof Target.One one) {
            arrow(out, rung.from(), one.column(), colour, dash, rung.isLost());
        } else if (rung.to() instanceof Target.Group group) {
            waves(out, x(rung.from()), colour);
            group.columns().forEach(column -> arrow(out, rung.from(), column, colour, dash, false));
        }
        out.append("<circle cx=\"" + x(rung.from()) + "\" cy=\"" + y + "\" r=\"3.5\" fill=\"" + colour + "\"/>");
        String ink = trouble ? "#b91c1c" : "#111827";
        text(out, textStart(), y + 4, "start", ink, rung.packet().number() + "  " + shortened(words), "");
        out.append("</g>");
    }

    private void arrow(StringBuilder out, int from, int to, String colour, String dash, boolean lost) {
        if (from == to) {
            return;
        }
        int step = from < to ? 1 : -1;
        int end = lost ? (x(from) + x(to)) / 2 : x(to);
        out.append("<line x1=\"" + x(from) + "\" y1=\"" + y + "\" x2=\"" + (end - 6 * step) + "\" y2=\"" + y
                + "\" stroke=\"" + colour + "\" stroke-width=\"2\"" + dash + "/>");
        if (lost) {
            text(out, end, y + 5, "middle", "#b91c1c", "✗", " font-size=\"15\" font-weight=\"bold\"");
            return;
        }
        out.append("<path d=\"M" + end + " " + y + "l" + -9 * step + " -4.5v9z\" fill=\"" + colour + "\"/>");
    }

    /** For all on the link, whoever they are. */
    private void waves(StringBuilder out, int x, String colour) {
        for (int radius : new int[] {8, 12}) {
            out.append("<path d=\"M" + (x + radius) + " " + (y - 5) + "q4 5 0 10M" + (x - radius) + " " + (y - 5)
                    + "q-4 5 0 10\" fill=\"none\" stroke=\"" + colour + "\"/>");
        }
    }

    private void legend(int at) {
        int x = 14;
        for (Kind kind : kinds) {
            svg.append("<rect x=\"" + x + "\" y=\"" + (at - 5) + "\" width=\"14\" height=\"6\" fill=\"" + colour(kind)
                    + "\"/>");
            text(svg, x + 19, at + 3, "start", "#374151", kind.words(), " font-size=\"11\"");
            x += 34 + kind.words().length() * 6;
        }
    }

    private static String colour(Kind kind) {
        return switch (kind) {
            case ARP -> "#b45309";
            case REQUEST -> "#15803d";
            case REPLY -> "#1d4ed8";
            case ERROR -> "#b91c1c";
            case TCP -> "#7c3aed";
            case UDP -> "#0e7490";
            case OTHER -> "#4b5563";
        };
    }

    private static String shortened(String words) {
        return words.length() <= MOST_CHARACTERS ? words : words.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    private static void text(StringBuilder out, int x, int y, String anchor, String colour, String words, String more) {
        out.append("<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\" fill=\"" + colour + "\"" + more
                + ">" + Html.escape(words) + "</text>");
    }
}
