package org.vethlab.picture.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws a scene as SVG: the sheet, the cables, the boxes upon them. */
final class SceneSvg {
    /** Light unless the reader's page is dark; the sheet has a ground of its own, so it is legible on either. */
    static final String STYLE = """
        text{font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;dominant-baseline:central;fill:#1f2933}
        .sheet{fill:#fbfcfd;stroke:#d5dce3}
        .box{fill:#fff;stroke:#66788a;stroke-width:1.5}
        .switch{fill:#e6edf5;stroke:#3d5a80;stroke-width:2}
        .new.box{stroke:#007a5a;stroke-width:2.5}
        .gone{opacity:.55}
        .gone .box{stroke-dasharray:5 4}
        .title{font-size:13px;font-weight:bold}
        .subtitle{font-size:10px;fill:#52606d}
        .name{font-size:12px}
        .address{font-size:11px;fill:#334e68}
        .chip text,.vlan text,.state text,.mark text{font-size:10px}
        .chip rect{fill:#52606d22}
        .vlan rect{fill:#fff;stroke:#66788a;stroke-width:1.5}
        .state rect{fill:#fff1e8;stroke:#b34700}
        .state text{fill:#9c3d00;font-weight:bold}
        .plus rect{fill:#d9f2e9;stroke:#007a5a}
        .tilde rect{fill:#fff3d1;stroke:#8a6100}
        .minus rect{fill:#e4e7eb;stroke:#7b8794;stroke-dasharray:3 2}
        .cable{fill:none;stroke:#52667a;stroke-width:2.2}
        .lane{fill:none;stroke:#fbfcfd;stroke-width:2.2}
        .dead{stroke:#b34700;stroke-dasharray:3 5}
        .cross{fill:none;stroke:#b34700;stroke-width:2.4}
        .fresh{fill:none;stroke:#2bb58d66;stroke-width:9}
        .tunnel{stroke:#8250a8;stroke-dasharray:1 5;stroke-linecap:round;stroke-width:3}
        .upon{stroke-dasharray:2 3;stroke-width:1.5}
        .port{fill:#52667a;stroke:#fbfcfd}
        .port.off{fill:#fff;stroke:#b34700;stroke-width:1.8}
        .caption{font-size:11px;fill:#52606d}
        @media(prefers-color-scheme:dark){
        text{fill:#e6edf3}.sheet{fill:#161b22;stroke:#30363d}.box{fill:#22272e;stroke:#8b98a5}
        .switch{fill:#1f3147;stroke:#7aa2d0}.new.box{stroke:#3ddbab}.subtitle,.caption{fill:#a3b1bf}.address{fill:#b6cbe0}
        .chip rect{fill:#a3b1bf33}.vlan rect{fill:#161b22}.state rect{fill:#47230d;stroke:#ff9a57}.state text{fill:#ffb68a}
        .plus rect{fill:#0f3d30;stroke:#3ddbab}.tilde rect{fill:#473709;stroke:#e3b341}.minus rect{fill:#30363d}
        .cable{stroke:#9fb3c8}.lane{stroke:#161b22}.dead,.cross{stroke:#ff8a3d}.tunnel{stroke:#c39be0}
        .port{fill:#9fb3c8;stroke:#161b22}.port.off{fill:#161b22;stroke:#ff8a3d}}
        """;

    private static final int CAPTION_HEIGHT = 20;

    private final Scene scene;
    private final Topology topology;
    private final Palette palette;
    private final Svg svg = new Svg();

    SceneSvg(Scene scene) {
        this.scene = scene;
        this.topology = scene.difference().shown();
        this.palette = Palette.of(topology);
    }

    /** @param description what a screen reader says of it */
    String draw(String description, String caption) {
        int height = scene.height() + (caption.isEmpty() ? 0 : CAPTION_HEIGHT);
        begin(scene.width(), height, "The lab", description, STYLE);
        drawScene();
        if (!caption.isEmpty()) {
            svg.text("text", caption, "class", "caption", "x", Scene.MARGIN, "y", height - Scene.MARGIN);
        }
        return svg.close().toString();
    }

    Svg begin(int width, int height, String title, String description, String style) {
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                width,
                "height",
                height,
                "role",
                "img",
                "aria-labelledby",
                "title desc");
        svg.text("title", title, "id", "title").text("desc", description, "id", "desc");
        svg.text("style", style);
        svg.empty("rect", "class", "sheet", "x", 0.5, "y", 0.5, "width", width - 1, "height", height - 1, "rx", 8);
        return svg;
    }

    void drawScene() {
        scene.wires().forEach(this::draw);
        scene.boxes().values().forEach(this::draw);
        scene.wires().forEach(this::plugs);
    }

    private Optional<Device> device(Port port) {
        return topology.box(port.box())
                .flatMap(box -> box.devices().stream()
                        .filter(device -> device.name().equals(port.device()))
                        .findFirst());
    }

    private List<Device> ends(Cable cable) {
        return Stream.of(cable.a(), cable.b())
                .flatMap(port -> device(port).stream())
                .toList();
    }

    private void draw(Wire wire) {
        Cable cable = wire.cable();
        Optional<Change> change = scene.difference().of(cable);
        boolean isGone = change.filter(each -> each.mark() == Change.Mark.GONE).isPresent();
        svg.open("g", "class", isGone ? "wire gone" : "wire");
        svg.text("title", about(cable));
        if (change.equals(Optional.of(Change.NEW))) {
            svg.empty("path", "class", "fresh", "d", wire.path());
        }
        boolean isDead = isGone
                || ends(cable).stream().anyMatch(device -> !device.state().isUp());
        line(wire, isDead);
        if (isDead) {
            cross(wire.at(0.5));
        }
        svg.close();
    }

    private static String about(Cable cable) {
        return cable.a().device() + " in " + cable.a().namespace() + " – "
                + cable.b().device() + " in " + cable.b().namespace();
    }

    private void line(Wire wire, boolean isDead) {
        List<Device> ends = ends(wire.cable());
        Optional<Integer> access = Palette.access(ends.stream());
        boolean isTrunk = ends.stream().anyMatch(Palette::isTrunk);
        String style = isDead || access.isEmpty() ? "" : style(access.get());
        if (isTrunk) {
            style = "stroke-width:6px";
        }
        List<Object> attributes = new ArrayList<>(List.of("class", classes(wire.cable(), isDead), "d", wire.path()));
        if (!style.isEmpty()) {
            attributes.addAll(List.of("style", style));
        }
        svg.empty("path", attributes.toArray());
        if (isTrunk) {
            svg.empty("path", "class", "lane", "d", wire.path());
        }
    }

    private String style(int vlan) {
        String dash = palette.dash(vlan);
        return "stroke:" + palette.colour(vlan) + ";stroke-width:3px"
                + (dash.isEmpty() ? "" : ";stroke-dasharray:" + dash);
    }

    private static String classes(Cable cable, boolean isDead) {
        String kind = switch (cable.kind()) {
            case VETH, BRIDGE -> "";
            case UPON -> " upon";
            case TUNNEL -> " tunnel";
        };
        return "cable" + kind + (isDead ? " dead" : "");
    }

    private void cross(Wire.Point at) {
        int arm = 5;
        String path = "M" + new Wire.Point(at.x() - arm, at.y() - arm).text() + " L"
                + new Wire.Point(at.x() + arm, at.y() + arm).text() + " M"
                + new Wire.Point(at.x() - arm, at.y() + arm).text() + " L"
                + new Wire.Point(at.x() + arm, at.y() - arm).text();
        svg.empty("path", "class", "cross", "d", path);
    }

    private void plugs(Wire wire) {
        plug(wire.start(), wire.cable().a());
        plug(wire.end(), wire.cable().b());
    }

    private void plug(Wire.Point at, Port port) {
        boolean isUp = device(port).filter(device -> device.state().isUp()).isPresent();
        svg.empty("circle", "class", isUp ? "port" : "port off", "cx", at.x(), "cy", at.y(), "r", 4);
    }

    private void draw(Scene.Placed placed) {
        Shape shape = placed.shape();
        Optional<Change.Mark> mark = scene.difference().of(shape.box()).map(Change::mark);
        svg.open("g", "class", mark.equals(Optional.of(Change.Mark.GONE)) ? "gone" : "there");
        String classes = (shape.box().isSwitch() ? "box switch" : "box")
                + (mark.equals(Optional.of(Change.Mark.NEW)) ? " new" : "");
        svg.empty(
                "rect",
                "class",
                classes,
                "x",
                placed.x(),
                "y",
                placed.y(),
                "width",
                shape.width(),
                "height",
                shape.height(),
                "rx",
                shape.box().isSwitch() ? 3 : 9);
        for (Shape.Text text : shape.texts()) {
            draw(text.line(), placed.x() + text.x() + text.line().indent(), placed.y() + text.y());
        }
        svg.close();
    }

    private void draw(Line line, int left, int y) {
        int x = left;
        for (Span span : line.spans()) {
            if (span.style().isChip()) {
                chip(span, x, y);
            } else {
                List<Object> attributes =
                        new ArrayList<>(List.of("class", span.style().name().toLowerCase(Locale.ROOT), "x", x, "y", y));
                if (line.isStruck()) {
                    attributes.addAll(List.of("text-decoration", "line-through"));
                }
                svg.text("text", span.text(), attributes.toArray());
            }
            x += span.width() + Line.SPACE;
        }
    }

    private void chip(Span span, int x, int y) {
        svg.open("g", "class", classes(span.style()));
        List<Object> rect = new ArrayList<>(List.of("x", x, "y", y - 7, "width", span.width(), "height", 14, "rx", 4));
        if (span.style() == Span.Style.VLAN && span.text().matches("vlan \\d+")) {
            String colour = palette.colour(Integer.parseInt(span.text().substring(5)));
            rect.addAll(List.of("style", "stroke:" + colour));
        }
        svg.empty("rect", rect.toArray());
        svg.text("text", span.text(), "x", x + span.style().padding(), "y", y);
        svg.close();
    }

    private static String classes(Span.Style style) {
        return switch (style) {
            case CHIP -> "chip";
            case VLAN -> "vlan";
            case STATE -> "state";
            case NEW -> "mark plus";
            case CHANGED -> "mark tilde";
            case GONE -> "mark minus";
            case TITLE, SUBTITLE, NAME, ADDRESS -> "";
        };
    }
}
