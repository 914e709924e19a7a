package org.vethlab.transcript;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shell commands and what real Linux answered. */
record Case(String family, String name, CommandScript script, List<Step> steps) {
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
        CommandScript script = CommandScript.parse(Files.readAllLines(file));
        return new Case(file.getParent().getFileName().toString(), name, script, steps);
    }

    private static Step step(JsonObject step) {
        boolean steady = step.get("steady").getAsBoolean();
        Answer answer = steady
                ? new Answer(
                        step.get("output").getAsString(), step.get("status").getAsInt())
                : new Answer("", 0);
        return new Step(step.get("n").getAsInt(), step.get("command").getAsString(), steady, answer);
    }
}
