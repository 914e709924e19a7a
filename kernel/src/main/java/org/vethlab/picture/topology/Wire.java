package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The way of a cable over the paper, from its end {@code a} to its end {@code b}.
 *
 * @param curves cubic curves, each from the end of the one before it
 */
record Wire(Cable cable, Point start, List<Curve> curves) {
    /** A point on the paper. */
    record Point(double x, double y) {
        String text() {
            return number(x) + "," + number(y);
        }
    }

    /** A cubic curve to {@code end}, by two points that it leans to. */
    record Curve(Point first, Point second, Point end) {
        Point at(Point start, double t) {
            double u = 1 - t;
            return new Point(
                    u * u * u * start.x()
                            + 3 * u * u * t * first.x()
                            + 3 * u * t * t * second.x()
                            + t * t * t * end.x(),
                    u * u * u * start.y()
                            + 3 * u * u * t * first.y()
                            + 3 * u * t * t * second.y()
                            + t * t * t * end.y());
        }
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    Point end() {
        return curves.get(curves.size() - 1).end();
    }

    /** As the {@code d} of an SVG path. */
    String path() {
        return curves.stream()
                .map(curve -> "C" + curve.first().text() + " " + curve.second().text() + " "
                        + curve.end().text())
                .collect(Collectors.joining(" ", "M" + start.text() + " ", ""));
    }

    Wire reversed() {
        List<Curve> back = new ArrayList<>();
        for (int i = curves.size() - 1; i >= 0; i--) {
            Point to = i == 0 ? start : curves.get(i - 1).end();
            back.add(new Curve(curves.get(i).second(), curves.get(i).first(), to));
        }
        return new Wire(new Cable(cable.b(), cable.a(), cable.kind()), end(), back);
    }

    /** The point after a share of the way, 0 to 1; all curves count alike. */
    Point at(double share) {
        double way = Math.min(Math.max(share, 0), 1) * curves.size();
        int i = Math.min((int) way, curves.size() - 1);
        Point from = i == 0 ? start : curves.get(i - 1).end();
        return curves.get(i).at(from, way - i);
    }
}
