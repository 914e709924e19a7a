package org.vethlab.picture.capture;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.vethlab.capture.Capture;
import org.vethlab.capture.Owners;
import org.vethlab.capture.Packet;
import org.vethlab.capture.layer.Layer;
import org.vethlab.picture.Html;
import org.vethlab.picture.Picture;

/** A capture: the ladder, the packets that open into their layers, and the file to take away. */
public final class CapturePicture {
    /** More rungs than this nobody reads. */
    private static final int MOST = 60;

    /** A notebook that carries more than this in a link is slow to open. */
    private static final int LARGEST_LINK = 400_000;

    private final String title;
    private final Capture capture;
    private final List<Packet> packets;
    private final Ladder ladder;
    private final long start;

    private CapturePicture(String title, Capture capture, List<Packet> chosen, Owners owners, Set<String> covered) {
        this.title = title;
        this.capture = capture;
        this.packets = chosen.size() > MOST ? chosen.subList(0, MOST) : chosen;
        this.start = capture.packets().isEmpty() ? 0 : capture.packets().get(0).time();
        this.ladder = Ladder.of(packets, start, owners, covered);
    }

    /**
     * Draws packets of a capture.
     *
     * @param title what was captured where
     * @param chosen those to draw
     * @param covered the namespaces of which all devices were captured
     */
    public static Picture of(String title, Capture capture, List<Packet> chosen, Owners owners, Set<String> covered) {
        CapturePicture picture = new CapturePicture(title, capture, chosen, owners, covered);
        return Picture.html(picture.text(chosen), picture.html(chosen));
    }

    private String caption(List<Packet> chosen) {
        StringBuilder caption = new StringBuilder(title);
        int total = capture.packets().size();
        caption.append(": ").append(total).append(total == 1 ? " packet" : " packets");
        if (packets.size() < total && !packets.isEmpty()) {
            caption.append(", here ")
                    .append(packets.get(0).number())
                    .append(" to ")
                    .append(packets.get(packets.size() - 1).number());
        }
        if (packets.size() < chosen.size()) {
            caption.append(" (%capture show FROM-TO shows others)");
        }
        if (capture.missed() > 0) {
            caption.append("; ").append(capture.missed()).append(" more frames passed when it was full");
        }
        return caption.toString();
    }

    private String text(List<Packet> chosen) {
        if (packets.isEmpty()) {
            return caption(chosen);
        }
        String text = caption(chosen) + "\n" + LadderText.of(ladder);
        return chosen.size() == 1 ? text + "\n" + layers(chosen.get(0)) : text;
    }

    private String layers(Packet packet) {
        StringBuilder text = new StringBuilder("\n" + PacketHtml.frameTitle(packet) + "\n");
        FrameFields.of(packet, start)
                .forEach(field -> text.append("    ").append(field).append('\n'));
        for (Layer layer : packet.dissection().layers()) {
            text.append(layer.title()).append('\n');
            layer.fields().forEach(field -> text.append("    ").append(field).append('\n'));
        }
        return text.toString().stripTrailing();
    }

    private String html(List<Packet> chosen) {
        StringBuilder html = new StringBuilder("<div><p style=\"margin:.3em 0\">");
        html.append(Html.escape(caption(chosen)));
        if (packets.isEmpty()) {
            return html.append("</p></div>").toString();
        }
        html.append(" · ")
                .append(link("capture.pcap", capture.pcap()))
                .append(" · ")
                .append(link("capture.pcapng", capture.pcapng()))
                .append("</p>");
        html.append(LadderSvg.image(ladder, caption(chosen)));
        return html.append(PacketRows.of(packets, start)).append("</div>").toString();
    }

    private static String link(String name, byte[] file) {
        if (file.length > LARGEST_LINK) {
            return "%capture save " + name + " writes the file";
        }
        return "<a download=\"" + name + "\" href=\"data:application/vnd.tcpdump.pcap;base64,"
                + Base64.getEncoder().encodeToString(file) + "\">" + name + "</a>";
    }
}
