package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.lab.Place;

/** What is written in a box. */
final class BoxText {
    private static final int TITLE_HEIGHT = 18;
    private static final int SUBTITLE_HEIGHT = 14;
    private static final int NAME_HEIGHT = 18;
    private static final int ADDRESS_HEIGHT = 15;
    private static final int INDENT = 12;

    private final Box box;
    private final Difference difference;

    BoxText(Box box, Difference difference) {
        this.box = box;
        this.difference = difference;
    }

    List<Line> head() {
        List<Span> title = new ArrayList<>(List.of(new Span(box.title(), Span.Style.TITLE)));
        if (!box.state().isUp()) {
            title.add(new Span(box.state().text(), Span.Style.STATE));
        }
        difference.of(box).map(Span::of).ifPresent(title::add);
        List<Line> head = new ArrayList<>(List.of(new Line(0, TITLE_HEIGHT, title, isGone())));
        subtitle()
                .forEach(text ->
                        head.add(new Line(0, SUBTITLE_HEIGHT, List.of(new Span(text, Span.Style.SUBTITLE)), false)));
        return head;
    }

    private List<String> subtitle() {
        if (box.isSwitch()) {
            return List.of(
                    box.namespace().equals(Place.HOST.name()) ? "switch on the host" : "switch in " + box.namespace());
        }
        return box.devices().isEmpty() ? List.of("no devices") : List.of();
    }

    private boolean isGone() {
        return difference
                .of(box)
                .filter(change -> change.mark() == Change.Mark.GONE)
                .isPresent();
    }

    List<Line> lines(Device device) {
        int indent = box.depth(device) * INDENT;
        List<Span> name = new ArrayList<>(List.of(new Span(device.name(), Span.Style.NAME)));
        if (!device.what().isEmpty()) {
            boolean isVlan = device.what().startsWith("vlan ");
            name.add(new Span(device.what(), isVlan ? Span.Style.VLAN : Span.Style.CHIP));
        }
        if (!device.vlans().isEmpty()) {
            name.add(new Span(device.vlanText(), Span.Style.VLAN));
        }
        if (!device.state().isUp()) {
            name.add(new Span(device.state().text(), Span.Style.STATE));
        }
        difference.of(box, device).map(Span::of).ifPresent(name::add);
        boolean isGone = difference
                .of(box, device)
                .filter(change -> change.mark() == Change.Mark.GONE)
                .isPresent();
        List<Line> lines = new ArrayList<>(List.of(new Line(indent, NAME_HEIGHT, name, isGone)));
        device.addresses().forEach(address -> lines.add(line(device, address, indent, isGone)));
        return lines;
    }

    private Line line(Device device, String address, int indent, boolean isDeviceGone) {
        List<Span> spans = new ArrayList<>(List.of(new Span(address, Span.Style.ADDRESS)));
        var change = difference.of(box, device, address);
        change.map(Span::of).ifPresent(spans::add);
        boolean isGone = change.filter(each -> each.mark() == Change.Mark.GONE).isPresent();
        return new Line(indent, ADDRESS_HEIGHT, spans, isGone || isDeviceGone);
    }
}
