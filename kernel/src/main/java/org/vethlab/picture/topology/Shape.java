package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A box with its text set, at no place yet: a host has its devices one below the other, a switch has ports on both sides.
 *
 * @param texts where lines begin, from the box's upper left corner
 * @param ports how far down a device's cables are plugged in
 */
record Shape(Box box, int width, int height, int headHeight, List<Text> texts, Map<String, Integer> ports) {
    private static final int PADDING = 11;
    private static final int BELOW_HEAD = 6;
    private static final int BETWEEN = 4;
    private static final int MIDDLE = 18;
    private static final int NARROWEST = 110;

    /** A line at its place. @param y the middle of the line */
    record Text(int x, int y, Line line) {}

    /**
     * The devices as they stand in the box.
     *
     * @param left those that stand at the left edge: all of a host's, a switch's with cables to the left
     */
    record Order(List<Device> left, List<Device> right) {}

    static int width(Box box, Order order, Difference difference) {
        BoxText text = new BoxText(box, difference);
        int head = widest(text.head());
        int left = order.left().stream()
                .mapToInt(device -> widest(text.lines(device)))
                .max()
                .orElse(0);
        int right = order.right().stream()
                .mapToInt(device -> widest(text.lines(device)))
                .max()
                .orElse(0);
        int body = left > 0 && right > 0 ? left + MIDDLE + right : left + right;
        return Math.max(NARROWEST, Math.max(head, body) + 2 * PADDING);
    }

    private static int widest(List<Line> lines) {
        return lines.stream().mapToInt(Line::width).max().orElse(0);
    }

    static Shape of(Box box, Order order, Difference difference, int width) {
        return new Setter(box, difference, width).set(order);
    }

    /** Sets line after line. */
    private static final class Setter {
        private final Box box;
        private final BoxText text;
        private final int width;
        private final List<Text> texts = new ArrayList<>();
        private final Map<String, Integer> ports = new HashMap<>();

        Setter(Box box, Difference difference, int width) {
            this.box = box;
            this.text = new BoxText(box, difference);
            this.width = width;
        }

        Shape set(Order order) {
            int y = PADDING - 3;
            for (Line line : text.head()) {
                texts.add(new Text(PADDING, y + line.height() / 2, line));
                y += line.height();
            }
            int headHeight = y + BELOW_HEAD / 2;
            int left = column(order.left(), y + BELOW_HEAD, Side.LEFT);
            int right = column(order.right(), y + BELOW_HEAD, Side.RIGHT);
            boolean isBare = order.left().isEmpty() && order.right().isEmpty();
            int height = (isBare ? y : Math.max(left, right) - BETWEEN) + PADDING - 3;
            return new Shape(box, width, height, headHeight, List.copyOf(texts), Map.copyOf(ports));
        }

        private int column(List<Device> devices, int top, Side side) {
            int y = top;
            for (Device device : devices) {
                List<Line> lines = text.lines(device);
                ports.put(device.name(), y + lines.get(0).height() / 2);
                for (Line line : lines) {
                    int x = side == Side.LEFT ? PADDING : width - PADDING - line.width();
                    texts.add(new Text(x, y + line.height() / 2, line));
                    y += line.height();
                }
                y += BETWEEN;
            }
            return y;
        }
    }
}
