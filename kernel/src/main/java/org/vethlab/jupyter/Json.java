package org.vethlab.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.Map;

/** JSON trees, written and read without reflection, which would cost a kernel its quick start. */
final class Json {
    private Json() {}

    /** An object of names and values in turn. */
    static JsonObject of(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
        }
        return object;
    }

    static JsonElement element(Object value) {
        if (value instanceof JsonElement element) {
            return element;
        }
        if (value instanceof String text) {
            return new JsonPrimitive(text);
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Boolean bool) {
            return new JsonPrimitive(bool);
        }
        if (value instanceof Collection<?> items) {
            JsonArray array = new JsonArray();
            items.forEach(item -> array.add(element(item)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            JsonObject object = new JsonObject();
            map.forEach((name, item) -> object.add(String.valueOf(name), element(item)));
            return object;
        }
        throw new IllegalArgumentException("no JSON form of " + value.getClass());
    }

    static String string(JsonObject object, String name) {
        return has(object, name) ? object.get(name).getAsString() : "";
    }

    static int integer(JsonObject object, String name, int otherwise) {
        return has(object, name) ? object.get(name).getAsInt() : otherwise;
    }

    static boolean bool(JsonObject object, String name, boolean otherwise) {
        return has(object, name) ? object.get(name).getAsBoolean() : otherwise;
    }

    /** A member object; an empty one if there is none. */
    static JsonObject object(JsonObject object, String name) {
        return has(object, name) ? object.getAsJsonObject(name) : new JsonObject();
    }

    private static boolean has(JsonObject object, String name) {
        return object.has(name) && !(object.get(name) instanceof JsonNull);
    }
}
