package org.vethlab.picture.capture;

import java.util.List;
import org.vethlab.capture.Packet;
import org.vethlab.picture.Html;

/** Packets as a table, with Wireshark's columns; the last one opens into the layers. */
final class PacketRows {
    private static final List<String> COLUMNS =
            List.of("No.", "Time", "Source", "Destination", "Protocol", "Length", "Info");
    private static final String WRAPPED = "text-align:left;vertical-align:top;padding:.1em .7em;white-space:normal";
    private static final String CELL = "text-align:left;vertical-align:top;padding:.1em .7em;white-space:nowrap";

    /** Longer texts wrap, so that on a narrow page the last column is seen whole. */
    private static final int LONGEST_LINE = 20;

    private PacketRows() {}

    static String of(List<Packet> packets, long start) {
        StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse;color:inherit\">"
                + "<caption style=\"text-align:left;caption-side:top;color:inherit\">Packets</caption><thead><tr>");
        COLUMNS.forEach(name -> html.append("<th scope=\"col\" style=\"" + CELL + "\">")
                .append(name)
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        packets.forEach(packet -> html.append(row(packet, start)));
        return html.append("</tbody></table>").toString();
    }

    private static String row(Packet packet, long start) {
        String info = packet.dissection().info()
                + Words.references(packet)
                + (packet.answers().isMissing() ? " ← no answer" : "");
        String opening = PacketHtml.details(info, PacketHtml.layers(packet, start, true), false);
        return "<tr><th scope=\"row\" style=\"" + CELL + "\">" + packet.number() + "</th>"
                + cell(Times.seconds(packet.time() - start))
                + cell(packet.dissection().source())
                + cell(packet.dissection().destination())
                + cell(packet.dissection().protocol())
                + cell(Integer.toString(packet.frame().length()))
                + "<td style=\"" + WRAPPED + ";min-width:14em\">" + opening + "</td></tr>";
    }

    private static String cell(String text) {
        String style = text.length() > LONGEST_LINE ? WRAPPED : CELL;
        return "<td style=\"" + style + "\">" + Html.escape(text) + "</td>";
    }
}
