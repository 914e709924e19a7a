package org.vethlab.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.vethlab.lab.JournalEntry;
import org.vethlab.lab.LabException;

/** {@code %save lab.sh}: all that was done in the lab, as a script that Linux runs too. */
final class Save implements Magic {
    @Override
    public String name() {
        return "save";
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
        return "write all that was done in the lab into a shell script, which %load and Linux can run";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        String name = call.only();
        session.lab();
        List<JournalEntry> journal = session.timeline().current().simulated().journal();
        long runs = journal.stream().filter(entry -> !entry.isQuestion()).count();
        if (runs == 0) {
            throw new LabException("nothing was done in this lab yet");
        }
        try {
            Path file = Path.of(name);
            if (Files.exists(file) && JournalScript.read(Files.readString(file)).isEmpty()) {
                throw new LabException(name + " is there already, and is no saved lab");
            }
            Files.writeString(file, JournalScript.write(journal));
        } catch (IOException | InvalidPathException e) {
            throw new LabException("cannot write " + name);
        }
        screen.out(name + ": " + runs + (runs == 1 ? " run\n" : " runs\n"));
    }
}
