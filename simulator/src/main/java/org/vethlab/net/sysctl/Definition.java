package org.vethlab.net.sysctl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeMap;

/** A line of settings.txt: a setting of a namespace that belongs to no device. */
record Definition(String path, int mode, String kind, String initial) {
    private static final String RESOURCE = "settings.txt";

    static Definition parse(String line) {
        String[] words = line.split(" ", 4);
        return new Definition(words[0], Integer.parseInt(words[1], 8), words[2], words.length > 3 ? words[3] : "");
    }

    /** All of them by path, in the order of their names. */
    static TreeMap<String, Definition> readAll() {
        TreeMap<String, Definition> all = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(Definition.class.getResourceAsStream(RESOURCE))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Definition::parse)
                    .forEach(definition -> all.put(definition.path(), definition));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
