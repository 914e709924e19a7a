package org.vethlab.repl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.vethlab.complete.ScriptCompleter;
import org.vethlab.lab.Explanation;
import org.vethlab.lab.LabException;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.magic.Call;
import org.vethlab.magic.Completer;
import org.vethlab.magic.Fault;
import org.vethlab.magic.LabSession;
import org.vethlab.magic.Magic;
import org.vethlab.magic.Magics;
import org.vethlab.picture.StoryPicture;

/**
 * A prompt on a lab. It has terminals, one of them in front: the host's, and those that {@code term NAME} (or a script's
 * konsole) opened in namespaces. {@code exit} closes the one in front.
 */
public final class Prompt {
    private static final String WELCOME = """
        A lab of your own: type what you would type on a Linux box, as root.
        Nothing here touches your machine. %scenario two-segments makes a first network.
        term NAME opens a terminal in a namespace, exit closes it.
        Tab completes a word, Alt-h says what it is; Ctrl-C stops a command.
        why COMMAND runs a command and tells why its packets fared as they did.
        %undo, %diff, %fork and the other magics of notebooks: %help lists them.
        """;

    private static final Pattern MAGIC = Pattern.compile("%(\\w+)(?:\\s(.*))?", Pattern.DOTALL);

    private final LabSession session;
    private final Terminal terminal;
    private final LineReader reader;
    private final List<Place> open = new ArrayList<>(List.of(Place.HOST));
    private Place front = Place.HOST;

    private Prompt(LabSession session, Terminal terminal, Predicate<String> isComplete) {
        ScriptCompleter scripts = new ScriptCompleter(() -> Optional.of(session.lab()));
        Completer magics = new Completer(session);
        this.session = session;
        this.terminal = terminal;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("vethlab")
                .parser(new ScriptParser(isComplete))
                .completer(new LabCompleter(magics, scripts, () -> front))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.COMPLETE_MATCHER_TYPO, false)
                .option(LineReader.Option.LIST_PACKED, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
                .build();
        HelpKey.bind(reader, magics, scripts, () -> front);
    }

    /**
     * Reads and runs commands until the last terminal is closed.
     *
     * @param isComplete whether a text is a whole script, or waits for more lines
     * @return the exit status of the last command
     */
    public static int run(LabSession session, Predicate<String> isComplete) throws IOException {
        try (Terminal terminal =
                TerminalBuilder.builder().name("vethlab").system(true).build()) {
            return run(session, terminal, isComplete);
        }
    }

    /** The same on a given terminal. */
    static int run(LabSession session, Terminal terminal, Predicate<String> isComplete) {
        return new Prompt(session, terminal, isComplete).loop();
    }

    private int loop() {
        terminal.writer().print(WELCOME);
        terminal.flush();
        terminal.handle(Terminal.Signal.INT, signal -> session.interrupt());
        int status = 0;
        while (!open.isEmpty()) {
            try {
                String line = reader.readLine("root@" + front.name() + ":~# ");
                status = line.isBlank() ? status : session.use(() -> executeSafely(line));
            } catch (UserInterruptException e) {
                status = 130;
            } catch (EndOfFileException e) {
                closeFront();
            }
        }
        return status;
    }

    private int executeSafely(String line) {
        try {
            return execute(line);
        } catch (LabException e) {
            complain(String.valueOf(e.getMessage()));
            return 1;
        } catch (RuntimeException | StackOverflowError e) {
            // The last resort: whatever breaks in a command, the prompt comes back, and the lab is still there.
            complain(Fault.text(e));
            return 1;
        }
    }

    private void complain(String text) {
        terminal.writer().println("vethlab: " + text);
        terminal.flush();
    }

    private int execute(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        if (words.get(0).equals("exit") && words.size() == 1) {
            closeFront();
            return 0;
        }
        if (words.get(0).equals("term")) {
            return term(words.subList(1, words.size()));
        }
        if (words.get(0).equals("why")) {
            return why(line.strip().substring("why".length()).strip());
        }
        Matcher magic = MAGIC.matcher(line.strip());
        if (magic.matches() && Magics.isMeant(magic.group(1))) {
            return magic(magic.group(1), Optional.ofNullable(magic.group(2)).orElse(""));
        }
        return session.run(front, line, List.of(), screen());
    }

    /** As in a notebook; a percent sign before any other word is bash's, for a job. */
    private int magic(String name, String rest) {
        Magic magic = Magics.named(name, false);
        magic.run(new Call(magic, rest.strip(), Optional.empty()), session, screen());
        return 0;
    }

    private TerminalSink screen() {
        return new TerminalSink(terminal, this::open);
    }

    /** {@code term NAME} brings a terminal to the front, opened if need be; {@code term} alone lists them. */
    private int term(List<String> words) {
        if (words.isEmpty()) {
            open.forEach(place -> terminal.writer().println((place.equals(front) ? "* " : "  ") + place.name()));
            terminal.flush();
            return 0;
        }
        front = session.lab().place(words.get(0));
        open(front);
        return 0;
    }

    /** {@code why COMMAND} runs a command in the terminal in front, and tells why its packets fared as they did. */
    private int why(String command) {
        if (command.isEmpty()) {
            throw new LabException("wants a command: why COMMAND");
        }
        if (!(session.lab() instanceof SimulatedLab simulated)) {
            throw new LabException("only a simulated lab can tell why; a real kernel keeps its reasons to itself");
        }
        TerminalSink screen = screen();
        Explanation explanation = simulated.explain(front, command, List.of(), screen);
        screen.out(StoryPicture.text(front.name() + " " + command, explanation.story(), screen.width()) + "\n");
        return explanation.status();
    }

    private void open(Place place) {
        if (!open.contains(place)) {
            open.add(place);
        }
    }

    private void closeFront() {
        open.remove(front);
        if (!open.isEmpty()) {
            front = open.get(open.size() - 1);
        }
    }
}
