package org.vethlab.row;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vethlab.lab.LabException;

/** An object of what {@code ip -j} prints: its fields by name, each perhaps absent. */
record JsonRow(JsonObject fields) {
    /** The objects of an answer. @param command that it answers, for the complaint */
    static List<JsonRow> parse(String command, String answer) {
        List<JsonRow> rows = new ArrayList<>();
        try {
            JsonElement tree = JsonParser.parseString(answer.isBlank() ? "[]" : answer);
            tree.getAsJsonArray().forEach(row -> add(rows, row.getAsJsonObject()));
        } catch (JsonParseException | IllegalStateException e) {
            throw new LabException(command + " did not answer in JSON");
        }
        return rows;
    }

    /** An object without fields stands for a row that ip has passed over. */
    private static void add(List<JsonRow> rows, JsonObject row) {
        if (row.size() > 0) {
            rows.add(new JsonRow(row));
        }
    }

    /** Whether there is a value: the {@code link} of a tunnel over any device is null. */
    boolean has(String name) {
        return fields.has(name) && !fields.get(name).isJsonNull();
    }

    String text(String name) {
        return optionalText(name).orElse("");
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(fields.get(name).getAsString()) : Optional.empty();
    }

    int number(String name) {
        return optionalNumber(name).orElse(0);
    }

    OptionalInt optionalNumber(String name) {
        return has(name) ? OptionalInt.of((int) fields.get(name).getAsLong()) : OptionalInt.empty();
    }

    List<String> words(String name) {
        List<String> words = new ArrayList<>();
        array(name).forEach(word -> words.add(word.getAsString()));
        return List.copyOf(words);
    }

    List<JsonRow> rows(String name) {
        List<JsonRow> rows = new ArrayList<>();
        array(name).forEach(row -> add(rows, row.getAsJsonObject()));
        return rows;
    }

    /** The fields that are plain words or numbers, as text. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> field : fields.entrySet()) {
            if (field.getValue().isJsonPrimitive()) {
                texts.put(field.getKey(), field.getValue().getAsString());
            }
        }
        return Collections.unmodifiableMap(texts);
    }

    /** The object in a field; one without fields if there is none. */
    JsonRow child(String name) {
        JsonElement child = fields.get(name);
        return new JsonRow(child != null && child.isJsonObject() ? child.getAsJsonObject() : new JsonObject());
    }

    private JsonArray array(String name) {
        JsonElement array = fields.get(name);
        return array != null && array.isJsonArray() ? array.getAsJsonArray() : new JsonArray();
    }
}
