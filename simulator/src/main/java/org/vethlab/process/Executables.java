package org.vethlab.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Finds what a command's first word names: execvp(3), and the {@code #!} line of scripts (binfmt_script). */
public final class Executables {
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Image.Table programs;

    Executables(Image.Table programs) {
        this.programs = programs;
    }

    /** Where a name leads by PATH, for {@code type}, {@code which}, {@code command -v}; a word with a slash is a path. */
    public Optional<String> locate(Process process, String word) {
        if (word.contains("/")) {
            return isExecutable(process, word) ? Optional.of(word) : Optional.empty();
        }
        for (String directory : directories(process)) {
            String path = (directory.isEmpty() ? "." : directory) + "/" + word;
            if (isExecutable(process, path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** All programs that are installed. */
    public List<Image> installed() {
        return programs.all();
    }

    /** The program of that name. */
    public Optional<Image> installed(String name) {
        return programs.find(name);
    }

    /** Whether a program is installed there. */
    public boolean isInstalled(String path) {
        return byPath(path).isPresent();
    }

    Executable find(Process process, List<String> words) {
        String word = words.get(0);
        String path = locate(process, word).orElse(word);
        Optional<Image> program = byPath(path);
        if (program.isPresent()) {
            return new Executable(program.get(), words);
        }
        if (!word.contains("/") && path.equals(word)) {
            throw new NetException(Errno.ENOENT);
        }
        return script(process, path, words);
    }

    private Executable script(Process process, String path, List<String> words) {
        byte[] bytes = process.files().read(path);
        if (!process.files().isExecutable(path)) {
            throw new NetException(Errno.EACCES);
        }
        String first = firstLine(bytes);
        if (!first.startsWith("#!")) {
            throw new NetException(Errno.ENOEXEC);
        }
        String[] interpreter = first.substring(2).strip().split("[ \t]+", 2);
        List<String> all = new ArrayList<>(List.of(interpreter));
        all.add(path);
        all.addAll(words.subList(1, words.size()));
        Image image = byPath(interpreter[0]).orElseThrow(() -> new NetException(Errno.ENOENT));
        return new Executable(image, all);
    }

    private static String firstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && end < 256) {
            end++;
        }
        return new String(bytes, 0, end, java.nio.charset.StandardCharsets.UTF_8);
    }

    private boolean isExecutable(Process process, String path) {
        return byPath(path).isPresent() || process.files().isExecutable(path);
    }

    /** As on Debian, /bin and /sbin are links into /usr. */
    private Optional<Image> byPath(String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String directory = path.substring(0, slash);
        String real = directory.equals("/bin") || directory.equals("/sbin") ? "/usr" + directory : directory;
        return programs.find(path.substring(slash + 1))
                .filter(image -> image.path().equals(real + path.substring(slash)));
    }

    private static String[] directories(Process process) {
        return process.environment().getOrDefault("PATH", DEFAULT_PATH).split(":", -1);
    }
}
