package org.vethlab.magic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vethlab.lab.LabException;
import org.vethlab.lesson.Exercises;

/** A folder of notebooks, with its {@code scenarios/NAME.sh} and {@code exercises/NAME.md}. */
public record Course(Path folder) {
    private static final String ENDING = ".sh";

    /** The nearest course around a notebook's folder, else the one that came with the program. */
    public static Course around(Path notebook, Path builtIn) {
        for (Path each = notebook.toAbsolutePath(); each != null; each = each.getParent()) {
            if (Files.isDirectory(each.resolve("scenarios"))) {
                return new Course(each);
            }
        }
        return new Course(builtIn);
    }

    List<String> scenarios() {
        Path scenarios = folder.resolve("scenarios");
        if (!Files.isDirectory(scenarios)) {
            return List.of();
        }
        try (var files = Files.list(scenarios)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The command that runs a scenario: its file is sourced, so that it finds its neighbours.
     *
     * @throws LabException listing those there are
     */
    String scenario(String name) {
        List<String> names = scenarios();
        if (!names.contains(name)) {
            throw new LabException("no scenario '" + name + "'; there are: " + String.join(", ", names));
        }
        Path file = folder.toAbsolutePath().resolve("scenarios").resolve(name + ENDING);
        return ". '" + file.toString().replace("'", "'\\''") + "'";
    }

    public Exercises exercises() {
        return new Exercises(folder.resolve("exercises"));
    }
}
