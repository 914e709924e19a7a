package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * A drawing with every box and cable at its place.
 *
 * <p>The layout is the project's own. Eclipse's ELK (0.11.0, its layered algorithm) was measured beside it: with what it
 * depends on 9 MB of jars, 1,700 more classes and over a second until the first drawing of seven boxes, where this one
 * takes some tens of milliseconds; and it would still have to be told which box belongs into which column, because a network has
 * no direction, and where boxes stood in the last drawing. That, {@link Layering} and {@link Placement}, is most of the
 * work here; what remains, ordering and spacing, is short.
 *
 * @param boxes by their keys
 */
record Scene(
        Difference difference,
        Placement placement,
        int width,
        int height,
        Map<String, Placed> boxes,
        List<Wire> wires) {
    static final int MARGIN = 18;
    static final int CHANNEL = 84;

    /** A box at its place. */
    record Placed(Shape shape, int column, int x, int y) {
        int right() {
            return x + shape.width();
        }

        int bottom() {
            return y + shape.height();
        }

        Wire.Point port(String device, Side side) {
            int down = shape.ports().getOrDefault(device, shape.headHeight() / 2);
            return new Wire.Point(side == Side.LEFT ? x : right(), y + down);
        }
    }

    /**
     * @param before where boxes stood in the last drawing
     * @param room what a cable needs between two columns, beyond the usual
     */
    static Scene of(Difference difference, Optional<Placement> before, ToIntFunction<Cable> room) {
        Topology topology = difference.shown();
        Graph graph = Graph.of(topology);
        Setting setting = new Setting(difference);
        Placement placement = before.filter(last -> last.isWorthKeeping(graph))
                .map(last -> last.next(graph, setting::heights))
                .orElseGet(() -> Placement.fresh(graph, setting::heights));
        return setting.place(placement, room);
    }

    /** Sets boxes and puts them down. */
    private static final class Setting {
        private final Difference difference;
        private final Topology topology;

        Setting(Difference difference) {
            this.difference = difference;
            this.topology = difference.shown();
        }

        Map<String, Integer> heights(Map<String, Integer> columns) {
            Map<String, Integer> heights = new HashMap<>();
            shapes(new Sides(topology, columns), Map.of()).forEach((box, shape) -> heights.put(box, shape.height()));
            return heights;
        }

        /** All boxes of a column are as wide as its widest. */
        private Map<String, Shape> shapes(Sides sides, Map<String, Double> middles) {
            Map<String, Shape.Order> orders = new LinkedHashMap<>();
            Map<Integer, Integer> widths = new HashMap<>();
            for (Box box : topology.boxes()) {
                Shape.Order order = sides.order(box, middles);
                orders.put(box.key(), order);
                widths.merge(sides.column(box.key()), Shape.width(box, order, difference), Math::max);
            }
            Map<String, Shape> shapes = new LinkedHashMap<>();
            for (Box box : topology.boxes()) {
                Shape.Order order = orders.getOrDefault(box.key(), new Shape.Order(List.of(), List.of()));
                int width = widths.getOrDefault(sides.column(box.key()), 0);
                shapes.put(box.key(), Shape.of(box, order, difference, width));
            }
            return shapes;
        }

        Scene place(Placement placement, ToIntFunction<Cable> room) {
            Sides sides = new Sides(topology, placement.columns());
            Map<String, Shape> shapes = shapes(sides, middles(placement, sides));
            Routing routing = new Routing(sides);
            Map<Integer, Integer> lefts = new HashMap<>();
            int right = lefts(shapes, sides, routing, room, lefts);
            Map<String, Placed> placed = new LinkedHashMap<>();
            int bottom = 0;
            for (Map.Entry<String, Shape> entry : shapes.entrySet()) {
                int column = sides.column(entry.getKey());
                int top = placement.of(entry.getKey()).map(Placement.Spot::top).orElse(0) + MARGIN;
                placed.put(entry.getKey(), new Placed(entry.getValue(), column, lefts.getOrDefault(column, 0), top));
                bottom = Math.max(bottom, top + entry.getValue().height());
            }
            List<Wire> wires = new ArrayList<>();
            topology.cables().forEach(cable -> routing.wire(cable, placed).ifPresent(wires::add));
            int width = right + routing.roomOnTheRight() + MARGIN;
            int height = Math.max(bottom, routing.lowest()) + MARGIN;
            return new Scene(difference, placement, width, height, placed, List.copyOf(wires));
        }

        /** Where columns begin. @return where the last one ends */
        private int lefts(
                Map<String, Shape> shapes,
                Sides sides,
                Routing routing,
                ToIntFunction<Cable> room,
                Map<Integer, Integer> lefts) {
            TreeMap<Integer, Integer> widths = new TreeMap<>();
            shapes.forEach((box, shape) -> widths.merge(sides.column(box), shape.width(), Math::max));
            int x = MARGIN + routing.roomOnTheLeft();
            int right = x;
            for (Map.Entry<Integer, Integer> column : widths.entrySet()) {
                lefts.put(column.getKey(), x);
                right = x + column.getValue();
                x = right + channel(sides, room, column.getKey());
            }
            return right;
        }

        /** The room between a column and the next. */
        private int channel(Sides sides, ToIntFunction<Cable> room, int column) {
            return topology.cables().stream()
                    .filter(cable -> Math.min(
                                    sides.column(cable.a().box()),
                                    sides.column(cable.b().box()))
                            == column)
                    .mapToInt(room)
                    .reduce(CHANNEL, Math::max);
        }

        private Map<String, Double> middles(Placement placement, Sides sides) {
            Map<String, Double> middles = new HashMap<>();
            shapes(sides, Map.of())
                    .forEach((box, shape) -> middles.put(
                            box, placement.of(box).map(Placement.Spot::top).orElse(0) + shape.height() / 2.0));
            return middles;
        }
    }
}
