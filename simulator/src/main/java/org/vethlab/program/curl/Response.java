package org.vethlab.program.curl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An answer of HTTP: the lines of its head, and its body. */
record Response(List<String> head, byte[] body) {
    int status() {
        String[] words = head.get(0).split(" ");
        return words.length > 1 && words[1].matches("[0-9]{3}") ? Integer.parseInt(words[1]) : 0;
    }

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    String headText() {
        return String.join("\r\n", head) + "\r\n\r\n";
    }
}
