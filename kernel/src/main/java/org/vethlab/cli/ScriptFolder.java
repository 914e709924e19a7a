package org.vethlab.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.file.HostFolder;

/** The folder that a script lies in. Links that lead out of it are as good as not there. */
final class ScriptFolder implements HostFolder {
    private final Path root;

    private ScriptFolder(Path root) {
        this.root = root;
    }

    static ScriptFolder of(Path script) throws IOException {
        Path parent = script.toRealPath().getParent();
        return new ScriptFolder(parent == null ? script.toRealPath() : parent);
    }

    /** A folder itself. */
    static ScriptFolder at(Path folder) throws IOException {
        return new ScriptFolder(folder.toRealPath());
    }

    @Override
    public String path() {
        return root.toString();
    }

    @Override
    public List<String> names(String folder) {
        List<String> names = new ArrayList<>();
        inside(folder).filter(Files::isDirectory).ifPresent(path -> list(path, names));
        names.sort(null);
        return names;
    }

    private static void list(Path folder, List<String> names) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        } catch (IOException e) {
            names.clear();
        }
    }

    @Override
    public boolean isFolder(String name) {
        return inside(name).filter(Files::isDirectory).isPresent();
    }

    @Override
    public Optional<byte[]> read(String file) {
        return inside(file).filter(Files::isRegularFile).map(ScriptFolder::bytes);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isExecutable(String file) {
        return inside(file).filter(Files::isExecutable).isPresent();
    }

    private Optional<Path> inside(String name) {
        try {
            Path real = root.resolve(name).toRealPath();
            return real.startsWith(root) ? Optional.of(real) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
