package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways of cables: between columns, where there are no boxes. A cable to the next column swings over; one within its
 * column bulges out of it; one that has to get past other columns does so in a gap between their boxes.
 */
final class Routing {
    /** How far a way through a column keeps away from boxes and other ways. */
    private static final int CLEARANCE = 9;

    private final Sides sides;
    private final List<Double> used = new ArrayList<>();

    Routing(Sides sides) {
        this.sides = sides;
    }

    private boolean bulges(Cable cable, Side side) {
        return sides.column(cable.a().box()) == sides.column(cable.b().box()) && sides.of(cable, cable.a()) == side;
    }

    /** Room for what bulges out of the first column. */
    int roomOnTheLeft() {
        int first = sides.columns().values().stream()
                .mapToInt(Integer::intValue)
                .min()
                .orElse(0);
        return room(first, Side.LEFT);
    }

    int roomOnTheRight() {
        int last = sides.columns().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return room(last, Side.RIGHT);
    }

    private int room(int column, Side side) {
        boolean isNeeded = sides.topology().cables().stream()
                .anyMatch(cable -> sides.column(cable.a().box()) == column && bulges(cable, side));
        return isNeeded ? Scene.CHANNEL : 0;
    }

    /** How far down the lowest way goes. */
    int lowest() {
        return used.stream().mapToInt(Double::intValue).max().orElse(0);
    }

    Optional<Wire> wire(Cable cable, Map<String, Scene.Placed> boxes) {
        Scene.Placed a = boxes.get(cable.a().box());
        Scene.Placed b = boxes.get(cable.b().box());
        if (a == null || b == null) {
            return Optional.empty();
        }
        Side sideOfA = sides.of(cable, cable.a());
        Wire.Point start = a.port(cable.a().device(), sideOfA);
        Wire.Point end = b.port(cable.b().device(), sides.of(cable, cable.b()));
        List<Wire.Curve> curves;
        if (a.column() == b.column()) {
            curves = List.of(bulge(start, end, sideOfA));
        } else if (Math.abs(a.column() - b.column()) == 1) {
            curves = List.of(swing(start, end));
        } else {
            curves = past(start, end, boxes, a, b);
        }
        return Optional.of(new Wire(cable, start, curves));
    }

    /** Leaves and arrives level. */
    private static Wire.Curve swing(Wire.Point start, Wire.Point end) {
        double middle = (start.x() + end.x()) / 2;
        return new Wire.Curve(new Wire.Point(middle, start.y()), new Wire.Point(middle, end.y()), end);
    }

    /** A cubic curve reaches three quarters of the way to the points that it leans to. */
    private Wire.Curve bulge(Wire.Point start, Wire.Point end, Side side) {
        double reach = Math.min(Scene.CHANNEL - 14.0, 26 + Math.abs(start.y() - end.y()) / 8);
        double x = side == Side.LEFT
                ? Math.min(start.x(), end.x()) - reach / 0.75
                : Math.max(start.x(), end.x()) + reach / 0.75;
        return new Wire.Curve(new Wire.Point(x, start.y()), new Wire.Point(x, end.y()), end);
    }

    private List<Wire.Curve> past(
            Wire.Point start, Wire.Point end, Map<String, Scene.Placed> boxes, Scene.Placed a, Scene.Placed b) {
        int low = Math.min(a.column(), b.column());
        int high = Math.max(a.column(), b.column());
        List<Scene.Placed> between = boxes.values().stream()
                .filter(box -> box.column() > low && box.column() < high)
                .toList();
        double y = gap(between, (start.y() + end.y()) / 2);
        used.add(y);
        double from = between.stream().mapToInt(Scene.Placed::x).min().orElse(0);
        double to = between.stream().mapToInt(Scene.Placed::right).max().orElse(0);
        boolean goesRight = a.column() < b.column();
        Wire.Point in = new Wire.Point(goesRight ? from : to, y);
        Wire.Point out = new Wire.Point(goesRight ? to : from, y);
        return List.of(swing(start, in), swing(in, out), swing(out, end));
    }

    /** The free height nearest to the one wanted: just above or below a box, and not upon another way. */
    private double gap(List<Scene.Placed> between, double wanted) {
        double best = wanted;
        double least = Double.MAX_VALUE;
        List<Double> candidates = new ArrayList<>(List.of(wanted));
        for (Scene.Placed box : between) {
            for (int lane = 1; lane <= used.size() + 1; lane++) {
                candidates.add(box.y() - lane * (double) CLEARANCE);
                candidates.add(box.bottom() + lane * (double) CLEARANCE);
            }
        }
        for (double y : candidates) {
            boolean isFree = between.stream().noneMatch(box -> y > box.y() - CLEARANCE && y < box.bottom() + CLEARANCE)
                    && used.stream().noneMatch(other -> Math.abs(other - y) < CLEARANCE);
            if (isFree && Math.abs(y - wanted) < least && y > 4) {
                best = y;
                least = Math.abs(y - wanted);
            }
        }
        return best;
    }
}
