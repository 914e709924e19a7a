package org.vethlab.program.ip;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.vethlab.net.NetException;
import org.vethlab.process.Files;
import org.vethlab.program.Numbers;

/**
 * Names of numbers as a file under /etc/iproute2 gives them (lib/rt_names.c). A student may add a line: {@code echo 100
 * isp1 >> /etc/iproute2/rt_tables}.
 */
final class NameTable {
    private final Map<Long, String> names = new TreeMap<>();

    private NameTable() {}

    /** @param builtIn what the tools know without the file */
    static NameTable read(Files files, String path, Map<Long, String> builtIn) {
        NameTable table = new NameTable();
        table.names.putAll(builtIn);
        table.readFile(files, path);
        String directory = path + ".d";
        if (files.isDirectory(directory)) {
            for (String name : files.list(directory)) {
                if (name.endsWith(".conf") && name.length() > 5 && !name.startsWith(".")) {
                    table.readFile(files, directory + "/" + name);
                }
            }
        }
        return table;
    }

    private void readFile(Files files, String path) {
        if (!files.exists(path)) {
            return;
        }
        try {
            new String(files.read(path), StandardCharsets.UTF_8).lines().forEach(this::readLine);
        } catch (NetException unreadable) {
            // The tools go on without the names too.
        }
    }

    private void readLine(String line) {
        String[] words = line.strip().split("\\s+");
        if (words.length < 2 || words[0].startsWith("#")) {
            return;
        }
        Numbers.unsigned(words[0], 32).ifPresent(number -> names.put(number, words[1]));
    }

    /** The name, or the number itself. */
    String name(long number) {
        return names.getOrDefault(number, Long.toString(number));
    }

    boolean hasName(long number) {
        return names.containsKey(number);
    }

    /** The number of a name; empty for a word that is no name. */
    OptionalLong number(String name) {
        for (Map.Entry<Long, String> entry : names.entrySet()) {
            if (entry.getValue().equals(name)) {
                return OptionalLong.of(entry.getKey());
            }
        }
        return OptionalLong.empty();
    }
}
