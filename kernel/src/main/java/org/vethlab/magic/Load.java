package org.vethlab.magic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;

/** {@code %load lab.sh}: a lab that was saved, in place of this one; or a new lab in which any other script is run. */
final class Load implements Magic {
    private static final int INTERRUPTED = 130;

    @Override
    public String name() {
        return "load";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "FILE";
    }

    @Override
    public String summary() {
        return "go on in a lab that %save wrote into a file, or in a new one set up by a shell script";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        String name = call.only();
        String text = text(name);
        Optional<List<JournalEntry>> journal = JournalScript.read(text);
        Lab fresh = session.another();
        if (journal.isPresent() && fresh instanceof SimulatedLab simulated) {
            session.discard(fresh);
            SimulatedLab relived = session.timeline().relive(simulated.settings(), journal.get(), screen);
            session.replace(relived, () -> session.timeline().current().relive(relived));
        } else {
            List<JournalEntry> runs = journal.orElse(
                    List.of(new JournalEntry(Place.HOST.name(), Optional.of(name), text, List.of(), Optional.empty())));
            repeat(runs, fresh, session, screen);
        }
        screen.out(name + ": " + places(session.lab()) + "\n");
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of(name));
        } catch (IOException | InvalidPathException e) {
            throw new LabException("cannot read " + name);
        }
    }

    /** Runs scripts where they can be seen; a real lab has no past to be told but by doing it again. */
    private static void repeat(List<JournalEntry> runs, Lab fresh, LabSession session, Screen screen) {
        LongRun run = new LongRun(fresh, screen);
        try {
            for (JournalEntry entry : runs) {
                Place place = entry.place().equals(Place.HOST.name()) ? Place.HOST : fresh.place(entry.place());
                if (run.run(place, entry.script(), entry.arguments()) == INTERRUPTED) {
                    throw new LabException("stopped; the lab is as it was");
                }
            }
        } catch (LabException e) {
            session.discard(fresh);
            throw e;
        }
        session.replaceBy(fresh);
    }

    private static String places(Lab lab) {
        String names = lab.places().stream().map(Place::name).skip(1).collect(Collectors.joining(", "));
        return names.isEmpty() ? "no namespaces" : names;
    }

    /** The scripts in the working folder and those below it. */
    @Override
    public List<String> candidates(List<String> before, LabSession session) {
        if (!before.isEmpty()) {
            return List.of();
        }
        Path here = Path.of("");
        try (Stream<Path> files = Files.walk(here, 2)) {
            return files.map(here::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".sh"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be read offers nothing.
            return List.of();
        }
    }
}
