package org.vethlab.complete;

import java.util.List;

/**
 * What is to be said of a word.
 *
 * @param heading the word, as it is written with what belongs to it
 * @param summary one line on what it is or does
 */
public record Note(String heading, String summary, List<Section> sections) {
    /**
     * A part of a note.
     *
     * @param title a few words; a command, if the text is what it prints
     * @param text lines as they are
     */
    public record Section(String title, String text) {}

    public String plain() {
        StringBuilder text = new StringBuilder(heading);
        if (!summary.isBlank()) {
            text.append(": ").append(summary);
        }
        text.append('\n');
        for (Section section : sections) {
            text.append('\n').append(section.title()).append('\n');
            section.text()
                    .stripTrailing()
                    .lines()
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
        return text.toString().stripTrailing();
    }
}
