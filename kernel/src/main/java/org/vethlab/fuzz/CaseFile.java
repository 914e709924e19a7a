package org.vethlab.fuzz;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vethlab.transcript.Answer;
import org.vethlab.transcript.Command;
import org.vethlab.transcript.CommandScript;

/** Writes what Linux answered as a transcript: the commands, and beside them the answers. */
final class CaseFile {
    private CaseFile() {}

    static void write(Path folder, String name, String title, Comparison comparison, String release)
            throws IOException {
        CommandScript script = comparison.script();
        List<String> lines = new ArrayList<>(List.of("# " + title));
        script.commands().stream().map(Command::line).forEach(lines::add);
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".case"), lines);
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("case", name + ".case");
        expected.put("kernel", release);
        expected.put("steps", steps(comparison));
        String json = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(expected);
        Files.writeString(folder.resolve(name + ".expected.json"), json + "\n");
    }

    private static List<Map<String, Object>> steps(Comparison comparison) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int number : comparison.script().compared()) {
            Answer answer = comparison.steady().get(number);
            Map<String, Object> step = new LinkedHashMap<>();
            step.put("n", number);
            step.put("command", comparison.script().commands().get(number).text());
            step.put("steady", answer != null);
            step.put("output", answer == null ? "" : answer.output());
            step.put("status", answer == null ? 0 : answer.status());
            steps.add(step);
        }
        return steps;
    }
}
