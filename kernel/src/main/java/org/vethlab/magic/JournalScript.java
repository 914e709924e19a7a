package org.vethlab.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.Place;

/**
 * A journal as a shell script: Linux runs it, and it can be read back as the same journal. What ran on the host stands as
 * it was typed, since one shell has run it all; what ran in a namespace is handed to a shell there.
 */
final class JournalScript {
    private static final String HEADER = """
        #!/bin/bash
        # A lab as it was typed. Run it as root on Linux (iproute2, util-linux), or load it with %load.
        # Jobs in the background keep the terminal, as under a prompt.
        set -m

        at() { # NAMESPACE [ARGUMENT…] < SCRIPT: runs it in a namespace known by its ip netns name, host name or pid
            local name=$1 script pid
            shift
            script=$(cat)
            if [ -e "/run/netns/$name" ]; then
                ip netns exec "$name" bash -c "$script" bash "$@"
                return
            fi
            for pid in $(lsns -n -t uts -o PID); do
                if [ "$(nsenter -t "$pid" -u hostname)" = "$name" ]; then
                    nsenter -t "$pid" -u -n bash -c "$script" bash "$@"
                    return
                fi
            done
            nsenter -t "$name" -u -n bash -c "$script" bash "$@"
        }
        """;

    private static final Pattern RUN =
            Pattern.compile("#@ run \\d+ in (\\S+)(?: interrupted (\\d{1,18}))?(?: with (.*))?");
    private static final Pattern SOURCED = Pattern.compile("\\. '([^']+)'");
    private static final String END = "END_OF_RUN_";

    private JournalScript() {}

    static String write(List<JournalEntry> journal) {
        StringBuilder script = new StringBuilder(HEADER);
        int number = 0;
        for (JournalEntry entry : journal) {
            if (!entry.isQuestion()) {
                script.append('\n').append(run(++number, entry));
            }
        }
        return script.toString();
    }

    private static String run(int number, JournalEntry entry) {
        String words = entry.arguments().stream().map(JournalScript::quote).collect(Collectors.joining(" "));
        String interrupted =
                entry.interruptedAt().map(time -> " interrupted " + time).orElse("");
        StringBuilder run = new StringBuilder("#@ run " + number + " in " + entry.place() + interrupted);
        run.append(words.isEmpty() ? "" : " with " + words).append('\n');
        String script = whole(entry.script()).stripTrailing() + "\n";
        if (entry.place().equals(Place.HOST.name())) {
            return run.append(words.isEmpty() ? "" : "set -- " + words + "\n")
                    .append(script)
                    .toString();
        }
        String end = END + number;
        run.append("at ").append(quote(entry.place())).append(words.isEmpty() ? "" : " " + words);
        return run.append(" << '" + end + "'\n" + script + end + "\n").toString();
    }

    /** A script that only sources a file of this machine is replaced by what stands in the file. */
    private static String whole(String script) {
        Matcher sourced = SOURCED.matcher(script.strip());
        if (!sourced.matches()) {
            return script;
        }
        try {
            return Files.readString(Path.of(sourced.group(1)));
        } catch (IOException e) {
            return script;
        }
    }

    private static String quote(String word) {
        return word.matches("[\\w./:-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** The journal that a script was written from; empty if it is any other script. */
    static Optional<List<JournalEntry>> read(String text) {
        List<JournalEntry> journal = new ArrayList<>();
        Optional<Matcher> open = Optional.empty();
        List<String> body = new ArrayList<>();
        for (String line : (text + "\n#@ run 0 in end").split("\n", -1)) {
            Matcher run = RUN.matcher(line);
            if (!run.matches()) {
                body.add(line);
                continue;
            }
            open.ifPresent(head -> journal.add(entry(head, body)));
            open = Optional.of(run);
            body.clear();
        }
        return journal.isEmpty() ? Optional.empty() : Optional.of(journal);
    }

    private static JournalEntry entry(Matcher head, List<String> lines) {
        String place = head.group(1);
        List<String> arguments =
                Optional.ofNullable(head.group(3)).map(ShellWords::split).orElse(List.of());
        boolean onHost = place.equals(Place.HOST.name());
        int first = onHost && arguments.isEmpty() ? 0 : 1;
        int last = lines.size();
        while (last > first && lines.get(last - 1).isEmpty()) {
            last--;
        }
        if (!onHost && last > first && lines.get(last - 1).startsWith(END)) {
            last--;
        }
        String script = String.join("\n", lines.subList(Math.min(first, last), last)) + "\n";
        Optional<Long> interrupted = Optional.ofNullable(head.group(2)).map(Long::valueOf);
        return new JournalEntry(place, Optional.empty(), script, arguments, interrupted);
    }
}
