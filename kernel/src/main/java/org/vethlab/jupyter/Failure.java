package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.java.JavaFailure;
import org.vethlab.magic.Fault;

/**
 * Why a cell did not run to its end. A reply and the published error say it in the same words.
 *
 * @param name the kind of it
 * @param value what it says, in a line
 * @param lines all that a student sees
 */
record Failure(String name, String value, List<String> lines) {
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    /** A magic that cannot do what was asked: one line. */
    static Failure of(String magic, String message) {
        return new Failure(magic, message, List.of(magic + ": " + message));
    }

    static Failure of(JavaFailure failure) {
        return new Failure(failure.kind(), failure.message(), failure.lines());
    }

    /** @param hint what may help, in a line */
    static Failure of(JavaFailure failure, Optional<String> hint) {
        List<String> lines = new ArrayList<>(failure.lines());
        hint.map(String::strip).ifPresent(lines::add);
        return new Failure(failure.kind(), failure.message(), lines);
    }

    static Failure interrupted() {
        return new Failure(JavaFailure.INTERRUPTED, "the cell was interrupted", List.of(JavaFailure.INTERRUPTED));
    }

    /** A fault of the program itself. */
    static Failure fault(Throwable thrown) {
        return of("vethlab", Fault.text(thrown));
    }

    /** As the {@code error} message and the reply have it; the first line in the theme's red. */
    JsonObject content() {
        List<String> traceback = new ArrayList<>(lines);
        traceback.set(0, RED + traceback.get(0) + PLAIN);
        return Json.of("ename", name, "evalue", value, "traceback", traceback);
    }

    JsonObject reply() {
        JsonObject content = content();
        content.addProperty("status", "error");
        return content;
    }
}
