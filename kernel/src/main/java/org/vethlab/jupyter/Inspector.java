package org.vethlab.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.complete.Candidate;
import org.vethlab.complete.Completions;
import org.vethlab.complete.Note;
import org.vethlab.java.SourceText;
import org.vethlab.magic.Completer;
import org.vethlab.magic.LabSession;
import org.vethlab.picture.NotePicture;

/** Answers what front ends ask while a cell is being typed. */
final class Inspector {
    private static final Pattern QUESTION =
            Pattern.compile("\\s*(?:\\?+\\s*(%{0,2}[\\w. -]+)|(%{0,2}[\\w. -]+?)\\s*\\?+)\\s*");

    private final Interpreter interpreter;
    private final Completer completer;

    Inspector(Interpreter interpreter, LabSession session) {
        this.interpreter = interpreter;
        this.completer = new Completer(session);
    }

    /** The content of a {@code complete_reply}. */
    JsonObject complete(JsonObject request) {
        String code = Json.string(request, "code");
        int cursor = Offsets.toUnits(code, Json.integer(request, "cursor_pos", code.length()));
        Completions found = completer.complete(code, cursor).orElseGet(() -> completeJava(code, cursor));
        int start = Offsets.toPoints(code, found.start());
        int end = Offsets.toPoints(code, cursor);
        return Json.of(
                "status",
                "ok",
                "matches",
                found.texts(),
                "cursor_start",
                start,
                "cursor_end",
                end,
                "metadata",
                Json.of("_jupyter_types_experimental", types(found, start, end)));
    }

    /** What kind of word each is, which front ends show beside it. */
    private static JsonArray types(Completions found, int start, int end) {
        JsonArray types = new JsonArray();
        for (Candidate candidate : found.candidates()) {
            types.add(Json.of(
                    "start", start,
                    "end", end,
                    "text", candidate.text(),
                    "type", candidate.group(),
                    "signature", candidate.description()));
        }
        return types;
    }

    private Completions completeJava(String code, int cursor) {
        int start = completer.javaStart(code, cursor);
        Completions found = interpreter.java().explorer().complete(code.substring(start), cursor - start);
        return new Completions(start + found.start(), found.candidates());
    }

    /** The content of an {@code inspect_reply}. */
    JsonObject inspect(JsonObject request) {
        String code = Json.string(request, "code");
        int cursor = Offsets.toUnits(code, Json.integer(request, "cursor_pos", code.length()));
        Optional<JsonObject> data = describe(code, cursor);
        return Json.of(
                "status",
                "ok",
                "found",
                data.isPresent(),
                "data",
                data.orElseGet(JsonObject::new),
                "metadata",
                new JsonObject());
    }

    private Optional<JsonObject> describe(String code, int cursor) {
        Optional<JsonObject> ofLab = completer.describe(code, cursor).map(Inspector::page);
        return ofLab.isPresent() || completer.isIn(code, cursor)
                ? ofLab
                : describeJava(code, cursor).map(Inspector::page);
    }

    private static JsonObject page(String text) {
        return Json.of("text/plain", text, "text/html", NotePicture.html(text));
    }

    private static JsonObject page(Note note) {
        return Json.of("text/plain", note.plain(), "text/html", NotePicture.html(note));
    }

    private Optional<String> describeJava(String code, int cursor) {
        int start = completer.javaStart(code, cursor);
        String java = code.substring(start);
        return SourceText.isBlank(java)
                ? Optional.empty()
                : interpreter.java().explorer().describe(java, cursor - start);
    }

    /** The content of an {@code is_complete_reply}. */
    JsonObject isComplete(JsonObject request) {
        String code = Json.string(request, "code");
        if (code.strip().startsWith("%")) {
            boolean open = code.strip().startsWith("%%") && !code.endsWith("\n") || code.endsWith("\\");
            return open ? Json.of("status", "incomplete", "indent", "") : Json.of("status", "complete");
        }
        if (SourceText.isBlank(code)) {
            return Json.of("status", "complete");
        }
        return switch (interpreter.java().explorer().readiness(code)) {
            case COMPLETE -> Json.of("status", "complete");
            case UNKNOWN -> Json.of("status", "unknown");
            case INVALID -> Json.of("status", "invalid");
            case INCOMPLETE -> Json.of("status", "incomplete", "indent", "    ");
        };
    }

    /** Whether a cell only asks what something is: {@code %ns?}. */
    boolean isQuestion(String code) {
        return QUESTION.matcher(code).matches();
    }

    /** The page that answers a cell of that kind. */
    JsonArray pages(String code) {
        Matcher question = QUESTION.matcher(code);
        JsonArray pages = new JsonArray();
        if (question.matches()) {
            String about = Optional.ofNullable(question.group(1))
                    .orElse(question.group(2))
                    .strip();
            JsonObject page = answer(about).orElseGet(() -> Json.of("text/plain", "nothing is known of " + about));
            pages.add(Json.of("source", "page", "data", page, "start", 0));
        }
        return pages;
    }

    /** A magic, with or without its sign; a command; Java. */
    private Optional<JsonObject> answer(String about) {
        if (about.startsWith("%")) {
            return completer.describe(about, about.length()).map(Inspector::page);
        }
        return completer
                .describe("%" + about, 1)
                .or(() -> completer.describeCommand(about))
                .map(Inspector::page)
                .or(() -> describeJava(about, about.length()).map(Inspector::page));
    }

    /** Jupyter counts characters in code points, Java in UTF-16 units. */
    private static final class Offsets {
        private Offsets() {}

        static int toUnits(String text, int points) {
            int most = text.codePointCount(0, text.length());
            return text.offsetByCodePoints(0, Math.max(0, Math.min(points, most)));
        }

        static int toPoints(String text, int units) {
            return text.codePointCount(0, Math.min(units, text.length()));
        }
    }
}
