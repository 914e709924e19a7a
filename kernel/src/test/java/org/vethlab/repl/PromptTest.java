package org.vethlab.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vethlab.complete.ScriptCompleter;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.magic.Backend;
import org.vethlab.magic.Completer;
import org.vethlab.magic.Course;
import org.vethlab.magic.LabSession;
import org.vethlab.shell.syntax.Completeness;

/** Magics at the prompt, beside commands. */
@Timeout(60)
class PromptTest {
    @TempDir
    private Path folder;

    private String type(String lines) throws IOException {
        return type(lines, (backend, course) -> new SimulatedLab());
    }

    private String type(String lines, LabSession.Opener opener) throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        ByteArrayInputStream typed = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        try (LabSession session = new LabSession(opener, Backend.SIMULATED, new Course(folder));
                Terminal terminal = new DumbTerminal(typed, shown)) {
            Prompt.run(session, terminal, Completeness::isWhole);
        }
        return shown.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    @Test
    void eachLineIsAStep() throws IOException {
        assertThat(type("ip netns add a\nip netns add b\n%undo\nip netns list\n"))
                .endsWith("undone: ip netns add b\nroot@host:~# a\nroot@host:~# ");
    }

    @Test
    void aMagicMisspeltIsNoJob() throws IOException {
        assertThat(type("%rotues host\nwhy\n"))
                .contains("vethlab: there is no %rotues; did you mean %routes?")
                .contains("vethlab: wants a command: why COMMAND");
    }

    @Test
    void picturesAreText() throws IOException {
        assertThat(type("ip netns add a\n%diff\n")).contains("namespace  change  what       which  before  after\na  ");
    }

    @Test
    void whatCannotBeDoneIsOneLine() throws IOException {
        assertThat(type("%undo 3\n%fork a b\n"))
                .contains("vethlab: nothing was done in this lab yet\n", "vethlab: takes one name: %fork ");
    }

    /** No stack trace, and the prompt comes back. */
    @Test
    void aFaultIsOneLine() throws IOException {
        String shown = type(
                "%topology\nterm\n",
                (backend, course) -> {
                    throw new IllegalStateException("broken");
                });
        assertThat(shown)
                .containsOnlyOnce(
                        "vethlab: a fault of its own: java.lang.IllegalStateException: broken at PromptTest.java:")
                .endsWith("* host\nroot@host:~# ");
    }

    @Test
    void completesTheCommandBehindWhy() throws IOException {
        try (SimulatedLab lab = new SimulatedLab();
                LabSession session = new LabSession((backend, course) -> lab, Backend.SIMULATED, new Course(folder));
                Terminal terminal =
                        new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())) {
            LabCompleter completer =
                    new LabCompleter(new Completer(session), new ScriptCompleter(lab), () -> Place.HOST);
            ParsedLine line = new ScriptParser(text -> true).parse("why ip rou", 10, Parser.ParseContext.COMPLETE);
            List<Candidate> found = new ArrayList<>();
            completer.complete(LineReaderBuilder.builder().terminal(terminal).build(), line, found);
            assertThat(found).extracting(Candidate::value).containsExactly("route");
        }
    }

    @Test
    void otherPercentSignsAreBashs() throws IOException {
        assertThat(type("%1\n%nothing\n"))
                .contains("bash: %1: command not found\n", "bash: %nothing: command not found\n");
    }
}
