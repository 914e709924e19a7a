package org.vethlab.transcript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The file with the number of commands of each family that must answer as Linux did: {@code FAMILY NUMBER}. */
record Floors(Path file) {
    Map<String, Integer> read() throws IOException {
        Map<String, Integer> floors = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ");
            floors.put(words[0], Integer.parseInt(words[1]));
        }
        return floors;
    }

    void write(Map<String, Integer> floors) throws IOException {
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("golden files are not rewritten when CI=true");
        }
        StringBuilder text = new StringBuilder();
        floors.forEach(
                (family, floor) -> text.append(family).append(' ').append(floor).append('\n'));
        Files.writeString(file, text);
    }
}
