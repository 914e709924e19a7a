package org.vethlab.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The cells of this session, for front ends whose arrow keys ask. */
final class History {
    private static final int SESSION = 1;

    /** A cell that was run, and the text of its value. */
    private record Entry(int line, String input, String output) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(int line, String input, String output) {
        entries.add(new Entry(line, input, output));
    }

    /** The content of a {@code history_reply}. */
    synchronized JsonObject answer(JsonObject request) {
        List<Entry> found = switch (Json.string(request, "hist_access_type")) {
            case "range" -> range(request);
            case "search" -> search(request);
            default -> last(entries, Json.integer(request, "n", 10));
        };
        boolean withOutput = Json.bool(request, "output", false);
        JsonArray rows = new JsonArray();
        found.forEach(entry -> rows.add(row(entry, withOutput)));
        return Json.of("status", "ok", "history", rows);
    }

    private List<Entry> range(JsonObject request) {
        int start = Json.integer(request, "start", 1);
        int stop = Json.integer(request, "stop", Integer.MAX_VALUE);
        return entries.stream()
                .filter(entry -> entry.line() >= start && entry.line() < stop)
                .toList();
    }

    private List<Entry> search(JsonObject request) {
        Pattern pattern = glob(Json.string(request, "pattern"));
        List<Entry> found = entries.stream()
                .filter(entry -> pattern.matcher(entry.input()).matches())
                .toList();
        if (Json.bool(request, "unique", false)) {
            Map<String, Entry> latest = new LinkedHashMap<>();
            found.forEach(entry -> {
                latest.remove(entry.input());
                latest.put(entry.input(), entry);
            });
            found = List.copyOf(latest.values());
        }
        return last(found, Json.integer(request, "n", Integer.MAX_VALUE));
    }

    private static Pattern glob(String pattern) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static List<Entry> last(List<Entry> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private static JsonElement row(Entry entry, boolean withOutput) {
        Object input = withOutput
                ? List.of(entry.input(), entry.output().isEmpty() ? com.google.gson.JsonNull.INSTANCE : entry.output())
                : entry.input();
        return Json.element(List.of(SESSION, entry.line(), input));
    }
}
