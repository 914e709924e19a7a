package org.vethlab.jupyter;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vethlab.java.Explorer;
import org.vethlab.java.SourceText;
import org.vethlab.magic.Completer;
import org.vethlab.magic.LabSession;

/** Answers what front ends ask while a cell is being typed. */
final class Inspector {
    private static final Pattern QUESTION =
            Pattern.compile("\\s*(?:\\?+\\s*(%{0,2}[\\w.]+)|(%{0,2}[\\w.]+)\\s*\\?+)\\s*");

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
        Explorer.Completions found = completer.complete(code, cursor).orElseGet(() -> completeJava(code, cursor));
        return Json.of(
                "status", "ok",
                "matches", found.texts(),
                "cursor_start", Offsets.toPoints(code, found.start()),
                "cursor_end", Offsets.toPoints(code, cursor),
                "metadata", new JsonObject());
    }

    private Explorer.Completions completeJava(String code, int cursor) {
        int start = completer.javaStart(code, cursor);
        Explorer.Completions found = interpreter.java().explorer().complete(code.substring(start), cursor - start);
        return new Explorer.Completions(start + found.start(), found.texts());
    }

    /** The content of an {@code inspect_reply}. */
    JsonObject inspect(JsonObject request) {
        String code = Json.string(request, "code");
        int cursor = Offsets.toUnits(code, Json.integer(request, "cursor_pos", code.length()));
        Optional<String> text = completer.describe(code, cursor).or(() -> describeJava(code, cursor));
        JsonObject data = text.map(found -> Json.of("text/plain", found)).orElseGet(JsonObject::new);
        return Json.of("status", "ok", "found", text.isPresent(), "data", data, "metadata", new JsonObject());
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
            String word = Optional.ofNullable(question.group(1)).orElse(question.group(2));
            Optional<String> found = completer
                    .describe(word, word.length())
                    .or(() -> completer.describe("%" + word, 1))
                    .or(() -> describeJava(word, word.length()));
            String text = found.orElse("nothing is known of " + word);
            pages.add(Json.of("source", "page", "data", Json.of("text/plain", text), "start", 0));
        }
        return pages;
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
