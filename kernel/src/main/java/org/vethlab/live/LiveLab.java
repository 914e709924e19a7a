package org.vethlab.live;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;

/**
 * A lab on real network namespaces: a root shell with job control in a sandbox (network, mount, host-name, process and
 * IPC namespaces of its own), fed through named pipes. When it is closed, every process and device in it is gone.
 */
public final class LiveLab implements Lab {
    /** Lists the network namespaces that have a process: host name and lowest pid of each. */
    private static final String LIST_UNNAMED = """
        vethlab_seen=" $(readlink /proc/$$/ns/net) "
        for vethlab_pid in $(ls /proc | grep -E '^[0-9]+$' | sort -n); do
            vethlab_net=$(readlink /proc/$vethlab_pid/ns/net) || continue
            case $vethlab_seen in *" $vethlab_net "*) continue ;; esac
            vethlab_seen="$vethlab_seen$vethlab_net "
            echo "$(nsenter -t $vethlab_pid -u hostname) $vethlab_pid"
        done
        """;

    /** The exit status of what SIGINT has ended. */
    private static final int INTERRUPTED = 130;

    private final Path folder;
    private final Process sandbox;
    private final OutputStream keyboard;
    private final SandboxPipes pipes;
    private final Bystander bystander;
    private int cells;

    private LiveLab(Path folder, Process sandbox, SandboxPipes pipes) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.keyboard = sandbox.getOutputStream();
        this.pipes = pipes;
        this.bystander = new Bystander(sandbox);
    }

    /**
     * Starts a sandbox.
     *
     * @param directory where its shell starts
     * @throws LabException when this machine can't: not Linux, not root, a tool is missing
     */
    public static LiveLab open(Path directory) {
        LiveSupport.require();
        try {
            Path folder = Files.createTempDirectory("vethlab-live");
            SandboxPipes.make(folder);
            Path script = folder.resolve("sandbox.sh");
            try (var resource = LiveLab.class.getResourceAsStream("sandbox.sh")) {
                if (resource == null) {
                    throw new IllegalStateException("sandbox.sh is not in the jar");
                }
                Files.copy(resource, script);
            }
            Process sandbox = start(folder, script, directory);
            SandboxPipes pipes = SandboxPipes.open(folder, sandbox);
            return new LiveLab(folder, sandbox, pipes);
        } catch (IOException e) {
            throw new LabException("the live lab did not start: " + e.getMessage());
        }
    }

    /** script(1) gives the shell a terminal, so that Ctrl-C reaches what runs in the foreground, and only that. */
    private static Process start(Path folder, Path script, Path directory) throws IOException {
        String unshare = "unshare --mount --net --uts --ipc --pid --fork --kill-child --mount-proc "
                + "bash --noprofile --noediting --rcfile " + quote(script.toString()) + " -i";
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", unshare, "/dev/null");
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        environment.put("HOME", "/root");
        environment.put("SHELL", "/bin/bash");
        environment.put("TERM", "dumb");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("VETHLAB_PIPES", folder.toString());
        return builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public int run(Place place, String script, List<String> arguments, Sink sink) {
        return runCell(place, script, arguments, sink);
    }

    private synchronized int runCell(Place place, String script, List<String> arguments, Sink sink) {
        bystander.forget();
        if (sink.isInterrupted()) {
            return INTERRUPTED;
        }
        if (!sandbox.isAlive()) {
            throw new LabException("the live lab's shell has ended; %reset starts a new one");
        }
        try {
            Path cell = folder.resolve("cell" + ++cells + ".sh");
            Files.writeString(cell, script.endsWith("\n") ? script : script + "\n");
            boolean onHost = place.equals(Place.HOST);
            StringBuilder command = new StringBuilder("vethlab_run ");
            command.append(quote((onHost ? cell : enter(place, cell)).toString()));
            arguments.forEach(word -> command.append(' ').append(quote(word)));
            command.append(" >&45 2>&46 45>&- 46>&- 48>&-\n");
            Files.writeString(folder.resolve("cell"), command);
            pipes.connect(onHost ? new HostSink(sink) : sink);
            keyboard.write((". " + quote(folder.resolve("cell").toString()) + "\n").getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
            return pipes.awaitEnd();
        } catch (IOException e) {
            throw new LabException("the live lab's shell has ended; %reset starts a new one");
        }
    }

    /** A cell that runs another one inside a namespace, in a shell of its own. */
    private Path enter(Place place, Path cell) throws IOException {
        String command =
                place.pid() > 0 ? "nsenter -t " + place.pid() + " -u -n" : "ip netns exec " + quote(place.name());
        String script = " bash -c \"$(<" + quote(cell.toString()) + ")\" bash \"$@\"\n";
        return Files.writeString(folder.resolve("enter" + cells + ".sh"), command + script);
    }

    /** Ctrl-C on the sandbox's terminal. */
    @Override
    public void interrupt() {
        try {
            keyboard.write(3);
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Place> places() {
        return places(ask("ip netns list"), ask(LIST_UNNAMED));
    }

    private static List<Place> places(List<String> named, List<String> unnamed) {
        List<Place> places = new ArrayList<>(List.of(Place.HOST));
        for (String line : named) {
            places.add(new Place(line.split(" ", 2)[0], 0));
        }
        for (String line : unnamed) {
            String[] words = line.split(" ", 2);
            boolean known = places.stream().anyMatch(place -> place.name().equals(words[0]));
            if (!known) {
                places.add(new Place(words[0], Integer.parseInt(words[1])));
            }
        }
        return places;
    }

    @Override
    public Place place(String name) {
        List<Place> places = places();
        for (Place place : places) {
            if (place.name().equals(name)) {
                return place;
            }
        }
        if (name.matches("[1-9][0-9]{0,8}")
                && !ask("readlink /proc/" + name + "/ns/net").isEmpty()) {
            return new Place(name, Integer.parseInt(name));
        }
        List<String> names = places.stream().map(Place::name).toList();
        throw new LabException("no namespace " + name + "; there are: " + String.join(", ", names));
    }

    @Override
    public Optional<String> glimpse(Place place, List<String> words) {
        List<String> command = new ArrayList<>();
        if (place.pid() > 0 && !place.equals(Place.HOST)) {
            command.addAll(List.of("nsenter", "-t", Integer.toString(place.pid()), "-u", "-n"));
        } else if (!place.equals(Place.HOST)) {
            command.addAll(List.of("ip", "netns", "exec", place.name()));
        }
        command.addAll(words);
        return bystander.ask(command);
    }

    @Override
    public Optional<List<Place>> glimpsePlaces() {
        return bystander
                .ask(List.of("ip", "netns", "list"))
                .flatMap(named -> bystander
                        .ask(List.of("bash", "-c", LIST_UNNAMED))
                        .map(unnamed ->
                                places(named.lines().toList(), unnamed.lines().toList())));
    }

    private List<String> ask(String script) {
        StringBuilder answer = new StringBuilder();
        runCell(Place.HOST, script, List.of(), new Sink() {
            @Override
            public void out(String text) {
                answer.append(text);
            }

            @Override
            public void err(String text) {}
        });
        return answer.toString().lines().filter(line -> !line.isBlank()).toList();
    }

    @Override
    public void close() {
        sandbox.descendants().forEach(ProcessHandle::destroyForcibly);
        sandbox.destroyForcibly();
        try {
            sandbox.waitFor(5, TimeUnit.SECONDS);
            pipes.close();
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An interactive shell announces each background job; what runs a notebook's cell should not. */
    private record HostSink(Sink sink) implements Sink {
        @Override
        public void out(String text) {
            sink.out(text);
        }

        @Override
        public void err(String text) {
            sink.err(text.replaceAll("(?m)^\\[\\d+\\] \\d+\\n", ""));
        }
    }

    private static String quote(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
