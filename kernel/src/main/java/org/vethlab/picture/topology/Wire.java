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
    /** Straight pieces by which a curve's length is measured. */
    private static final int SAMPLES = 32;

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

    /** The point after a share of the way, 0 to 1, as the cable is long. */
    Point at(double share) {
        List<Point> points = points();
        double whole = length(points);
        double rest = Math.min(Math.max(share, 0), 1) * whole;
        for (int i = 1; i < points.size(); i++) {
            double step = distance(points.get(i - 1), points.get(i));
            if (rest <= step && step > 0) {
                return between(points.get(i - 1), points.get(i), rest / step);
            }
            rest -= step;
        }
        return end();
    }

    double length() {
        return length(points());
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>(List.of(start));
        for (Curve curve : curves) {
            Point from = points.get(points.size() - 1);
            for (int i = 1; i <= SAMPLES; i++) {
                points.add(curve.at(from, i / (double) SAMPLES));
            }
        }
        return points;
    }

    private static double length(List<Point> points) {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += distance(points.get(i - 1), points.get(i));
        }
        return length;
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static Point between(Point a, Point b, double share) {
        return new Point(a.x() + (b.x() - a.x()) * share, a.y() + (b.y() - a.y()) * share);
    }
}
