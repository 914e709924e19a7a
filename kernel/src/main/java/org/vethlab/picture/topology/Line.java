package org.vethlab.picture.topology;

import java.util.List;

/**
 * A line of text in a box.
 *
 * @param isStruck whether what it speaks of is gone
 */
record Line(int indent, int height, List<Span> spans, boolean isStruck) {
    static final int SPACE = 7;

    Line {
        spans = List.copyOf(spans);
    }

    int width() {
        return indent + spans.stream().mapToInt(Span::width).sum() + SPACE * Math.max(0, spans.size() - 1);
    }
}
