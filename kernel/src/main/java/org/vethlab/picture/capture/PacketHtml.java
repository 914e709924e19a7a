package org.vethlab.picture.capture;

import org.vethlab.capture.Packet;
import org.vethlab.capture.layer.Layer;
import org.vethlab.picture.Html;

/** A packet that opens into its layers, without a script. */
final class PacketHtml {
    private static final String INDENTED = "margin-left:1.4em";

    private PacketHtml() {}

    /** @param start of the capture */
    static String layers(Packet packet, long start, boolean open) {
        StringBuilder html = new StringBuilder();
        html.append(details(frameTitle(packet), list(FrameFields.of(packet, start)), false));
        for (Layer layer : packet.dissection().layers()) {
            html.append(details(layer.title(), list(layer.fields()), open));
        }
        String dump = "<pre style=\"margin:0\">" + HexDump.of(packet.frame().bytes()) + "</pre>";
        return html.append(details("Hex dump", dump, false)).toString();
    }

    static String frameTitle(Packet packet) {
        return "Frame " + packet.number() + ": " + packet.frame().length() + " bytes on wire, "
                + packet.frame().bytes().length + " bytes captured";
    }

    static String details(String summary, String body, boolean open) {
        return "<details" + (open ? " open" : "") + "><summary>" + Html.escape(summary) + "</summary><div style=\""
                + INDENTED + "\">" + body + "</div></details>";
    }

    private static String list(Iterable<Layer.Field> fields) {
        StringBuilder html = new StringBuilder();
        fields.forEach(field -> html.append(Html.escape(field.toString())).append("<br>"));
        return html.toString();
    }
}
