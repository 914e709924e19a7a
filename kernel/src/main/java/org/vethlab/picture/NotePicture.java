package org.vethlab.picture;

import org.vethlab.complete.Note;

/** What is said of a word, as a page. */
public final class NotePicture {
    private NotePicture() {}

    /** Lines as they are. */
    public static String html(String text) {
        return "<pre>" + Html.escape(text) + "</pre>";
    }

    public static String html(Note note) {
        StringBuilder html = new StringBuilder("<p><b><code>")
                .append(Html.escape(note.heading()))
                .append("</code></b>");
        if (!note.summary().isBlank()) {
            html.append("<br>").append(Html.escape(note.summary()));
        }
        html.append("</p>");
        for (Note.Section section : note.sections()) {
            html.append("<p><b>")
                    .append(Html.escape(section.title()))
                    .append("</b></p><pre>")
                    .append(Html.escape(section.text().stripTrailing()))
                    .append("</pre>");
        }
        return html.toString();
    }
}
