package org.vethlab.program.nft;

import java.util.List;

/**
 * One message of nft.
 *
 * @param locations the place that is wrong, marked with {@code ^}, and others that belong to it, marked with {@code ~}
 */
record NftError(String text, List<Location> locations) {
    static NftError of(Location at, String text) {
        return new NftError(text, List.of(at));
    }

    /** The message, the line, the carets: {@code erec_print}. Tabs stay tabs, so that the carets stand right. */
    String print() {
        Location at = locations.get(0);
        StringBuilder out = new StringBuilder();
        at.source()
                .name()
                .ifPresent(name -> out.append(name + ":" + at.line() + ":" + at.first() + "-" + at.last() + ": "));
        String line = at.source().line(at.lineOffset());
        return out.append("Error: ")
                .append(text)
                .append('\n')
                .append(line)
                .append('\n')
                .append(carets(line))
                .append('\n')
                .toString();
    }

    private StringBuilder carets(String line) {
        int end = 0;
        for (Location location : locations) {
            end = Math.max(end, location.last());
        }
        StringBuilder marks = new StringBuilder(" ".repeat(end));
        for (int i = 0; i < end && i < line.length(); i++) {
            if (line.charAt(i) == '\t') {
                marks.setCharAt(i, '\t');
            }
        }
        for (int l = locations.size() - 1; l >= 0; l--) {
            Location location = locations.get(l);
            for (int i = Math.max(0, location.first() - 1); i < location.last(); i++) {
                marks.setCharAt(i, l == 0 ? '^' : '~');
            }
        }
        return marks;
    }
}
