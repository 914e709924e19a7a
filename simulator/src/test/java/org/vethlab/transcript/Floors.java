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
        StringBuilder text = new StringBuilder();
        floors.forEach(
                (family, floor) -> text.append(family).append(' ').append(floor).append('\n'));
        GoldenFiles.write(file, text.toString());
    }
}
