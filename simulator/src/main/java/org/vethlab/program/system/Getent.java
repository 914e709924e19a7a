package org.vethlab.program.system;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;
import org.vethlab.program.Context;
import org.vethlab.program.Program;

/** getent(1) of libc: what /etc says. */
public final class Getent implements Program {
    private static final int NOT_FOUND = 2;

    @Override
    public String name() {
        return "getent";
    }

    @Override
    public String summary() {
        return "get entries from Name Service Switch libraries";
    }

    @Override
    public int run(Context context) {
        if (context.arguments().isEmpty()) {
            return context.fail(1, "getent: wrong number of arguments\nTry `getent --help' for more information.");
        }
        String database = context.arguments().get(0);
        List<String> keys = context.arguments().subList(1, context.arguments().size());
        if (!List.of("hosts", "ahosts", "passwd", "group", "services", "protocols")
                .contains(database)) {
            return context.fail(1, "Unknown database: " + database + "\nTry `getent --help' for more information.");
        }
        List<List<String>> entries = entries(context, database.replace("ahosts", "hosts"));
        int status = 0;
        for (String key : keys) {
            Optional<List<String>> found = entries.stream()
                    .filter(entry -> matches(database, entry, key))
                    .findFirst();
            found.ifPresent(entry -> context.out().println(line(database, entry)));
            status = found.isPresent() ? status : NOT_FOUND;
        }
        if (keys.isEmpty()) {
            entries.forEach(entry -> context.out().println(line(database, entry)));
        }
        return status;
    }

    private static List<List<String>> entries(Context context, String database) {
        List<List<String>> entries = new ArrayList<>();
        try {
            String text = new String(context.files().read("/etc/" + database), StandardCharsets.UTF_8);
            for (String line : text.split("\n")) {
                String bare = line.replaceFirst("#.*", "").strip();
                if (!bare.isEmpty()) {
                    entries.add(Arrays.asList(bare.split(isUsers(database) ? ":" : "\\s+", -1)));
                }
            }
        } catch (NetException e) {
            return List.of();
        }
        return entries;
    }

    private static boolean isUsers(String database) {
        return database.equals("passwd") || database.equals("group");
    }

    private static boolean matches(String database, List<String> entry, String key) {
        if (isUsers(database)) {
            return entry.get(0).equals(key) || entry.get(2).equals(key);
        }
        return entry.stream().anyMatch(word -> word.equals(key) || word.startsWith(key + "/"))
                || entry.size() > 1 && entry.get(1).split("/")[0].equals(key);
    }

    private static String line(String database, List<String> entry) {
        if (isUsers(database)) {
            return String.join(":", entry);
        }
        int width = database.endsWith("hosts") ? 15 : 21;
        return String.format("%-" + width + "s ", entry.get(0)) + String.join(" ", entry.subList(1, entry.size()));
    }
}
