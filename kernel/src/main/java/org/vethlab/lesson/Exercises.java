package org.vethlab.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vethlab.lab.LabException;

/** The exercises of a folder, {@code NAME.md} each. */
public final class Exercises {
    private final Path folder;

    public Exercises(Path folder) {
        this.folder = folder;
    }

    /** Names of all exercises, sorted. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads one.
     *
     * @throws LabException when there is none of that name: lists those there are
     * @throws ExerciseException when the file is not an exercise
     */
    public Exercise find(String name) {
        if (!names().contains(name)) {
            throw new LabException("no exercise " + name + "; there are: " + String.join(", ", names()));
        }
        try {
            return ExerciseFile.parse(name + ".md", Files.readString(folder.resolve(name + ".md")));
        } catch (IOException e) {
            throw new LabException("exercise " + name + " cannot be read: " + e.getMessage());
        }
    }
}
