package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import org.vethlab.picture.Picture;

/**
 * One thing in several forms, for a front end to choose from; plain text is always among them.
 *
 * @param data MIME type to content
 * @param displayId by which it can be replaced later; empty if it can't
 * @param isUpdate whether it replaces what has this id
 */
record Bundle(JsonObject data, JsonObject metadata, String displayId, boolean isUpdate) {
    static Bundle of(JsonObject data) {
        return new Bundle(data, new JsonObject(), "", false);
    }

    static Bundle text(String text) {
        return of(Json.of("text/plain", text));
    }

    static Bundle of(Picture picture) {
        return of(Json.of("text/plain", picture.text(), picture.mime(), picture.rich()));
    }

    /** The same, with a name by which it can be replaced, or that of what it replaces. */
    Bundle named(String id, boolean replaces) {
        return new Bundle(data, metadata, id, replaces);
    }

    String plain() {
        return Json.string(data, "text/plain");
    }

    JsonObject content() {
        JsonObject fleeting = displayId.isEmpty() ? new JsonObject() : Json.of("display_id", displayId);
        return Json.of("data", data, "metadata", metadata, "transient", fleeting);
    }
}
