package org.vethlab.transcript;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Shell commands, one a line, and what real Linux answered. A {@code #} starts a comment, a backslash at a line's end
 * joins the next, and what begins with {@code @} runs but is not compared.
 */
record Case(String family, String name, List<Command> commands, List<Step> steps) {
    /** A command, and whether its answer is compared. */
    record Command(String text, boolean compared) {}

    /** What Linux answered to the command with that number. It is not steady if it differed between recordings. */
    record Step(int number, String command, boolean steady, Answer answer) {}

    static Case read(Path file) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.case$", "");
        Path expected = file.resolveSibling(name + ".expected.json");
        JsonObject json = JsonParser.parseString(Files.readString(expected)).getAsJsonObject();
        List<Step> steps = new ArrayList<>();
        for (JsonElement step : json.getAsJsonArray("steps")) {
            steps.add(step(step.getAsJsonObject()));
        }
        return new Case(file.getParent().getFileName().toString(), name, commands(Files.readAllLines(file)), steps);
    }

    private static Step step(JsonObject step) {
        boolean steady = step.get("steady").getAsBoolean();
        Answer answer = steady
                ? new Answer(
                        step.get("output").getAsString(), step.get("status").getAsInt())
                : new Answer("", 0);
        return new Step(step.get("n").getAsInt(), step.get("command").getAsString(), steady, answer);
    }

    private static List<Command> commands(List<String> lines) {
        List<Command> commands = new ArrayList<>();
        String joined = "";
        for (String line : lines) {
            String whole = joined.isEmpty() ? line : joined + line.stripLeading();
            if (whole.endsWith("\\")) {
                joined = whole.substring(0, whole.length() - 1);
                continue;
            }
            joined = "";
            String text = whole.strip();
            if (text.startsWith("@")) {
                commands.add(new Command(text.substring(1).strip(), false));
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                commands.add(new Command(text, true));
            }
        }
        return commands;
    }

    /** The script that runs the commands between marks. */
    String script() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < commands.size(); i++) {
            script.append("echo \"@@ ").append(i).append("\"\n");
            script.append(commands.get(i).text()).append('\n');
            script.append("echo \"@@ ").append(i).append(" $?\"\n");
        }
        return script.toString();
    }

    /** Numbers of the commands that are compared. */
    List<Integer> compared() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            if (commands.get(i).compared()) {
                numbers.add(i);
            }
        }
        return numbers;
    }
}
