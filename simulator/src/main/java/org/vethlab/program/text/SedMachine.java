package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vethlab.program.CommandException;

/** Runs a script over lines: pattern space, hold space, and what waits for the end of the cycle. */
final class SedMachine implements SedSelection.Lines {
    private enum Flow {
        NEXT,
        END_CYCLE,
        DELETE,
        RESTART,
        QUIT,
        QUIT_SILENTLY
    }

    private final Call call;
    private final List<SedCommand> script;
    private final SedInput input;
    private final SedOutput output;
    private final char delimiter;
    private final List<Runnable> appended = new ArrayList<>();
    private final SedReadFiles readFiles;
    private String pattern = "";
    private String hold = "";
    private boolean replaced;
    private Optional<PosixRegex> lastRegex = Optional.empty();
    private int position;
    private int status;

    SedMachine(Call call, List<SedCommand> script, SedInput input, SedOutput output, char delimiter) {
        this.call = call;
        this.script = script;
        this.input = input;
        this.output = output;
        this.delimiter = delimiter;
        this.readFiles = new SedReadFiles(call, output);
    }

    /** @return the exit status that q asked for */
    int run() {
        boolean keep = false;
        while (keep || read()) {
            Flow flow = cycle();
            keep = flow == Flow.RESTART;
            boolean quiet = call.has("n") || flow == Flow.DELETE || flow == Flow.QUIT_SILENTLY || keep;
            if (!quiet) {
                printPattern();
            }
            flushAppended();
            if (flow == Flow.QUIT || flow == Flow.QUIT_SILENTLY) {
                break;
            }
        }
        input.close();
        return status;
    }

    private boolean read() {
        Optional<String> line = input.next();
        line.ifPresent(text -> pattern = text);
        replaced = false;
        return line.isPresent();
    }

    private Flow cycle() {
        position = 0;
        while (position < script.size()) {
            SedCommand command = script.get(position++);
            boolean selected = command.selection().selects(this);
            if (!selected) {
                position = command.letter() == '{' ? command.jump() : position;
                continue;
            }
            Flow flow = execute(command);
            if (flow != Flow.NEXT) {
                return flow;
            }
            call.context().process().checkSignals();
        }
        return Flow.END_CYCLE;
    }

    private Flow execute(SedCommand command) {
        switch (command.letter()) {
            case 'd':
                return Flow.DELETE;
            case 'D':
                return deleteFirstLine();
            case 'n':
                return nextLine();
            case 'N':
                return appendNextLine();
            case 'q':
                status = Math.max(0, command.number());
                return Flow.QUIT;
            case 'Q':
                status = Math.max(0, command.number());
                return Flow.QUIT_SILENTLY;
            case 'c':
                return change(command);
            case 'b':
                position = command.jump();
                return Flow.NEXT;
            case 't', 'T':
                position = replaced == (command.letter() == 't') ? command.jump() : position;
                replaced = false;
                return Flow.NEXT;
            default:
                edit(command);
                return Flow.NEXT;
        }
    }

    private void edit(SedCommand command) {
        String text = command.text();
        switch (command.letter()) {
            case '=' -> output.raw(input.number() + "\n");
            case 'a' -> appended.add(() -> output.raw(text));
            case 'i' -> output.raw(text);
            case 'F' -> output.raw(input.file() + "\n");
            case 'g' -> pattern = hold;
            case 'G' -> pattern = pattern + delimiter + hold;
            case 'h' -> hold = pattern;
            case 'H' -> hold = hold + delimiter + pattern;
            case 'l' -> output.raw(SedListing.of(pattern, lineLength(command)));
            case 'p' -> printPattern();
            case 'P' -> output.line(firstLine(), true, delimiter);
            case 'r' -> appended.add(() -> readFiles.whole(text));
            case 'R' -> appended.add(() -> readFiles.line(text, delimiter));
            case 's' -> substitute(command.substitution().orElseThrow());
            case 'w' -> output.line(text, pattern, true, delimiter);
            case 'W' -> output.line(/* file= */ text, /* text= */ firstLine(), true, delimiter);
            case 'x' -> {
                String swapped = pattern;
                pattern = hold;
                hold = swapped;
            }
            case 'y' -> pattern = transliterate(text);
            case 'z' -> pattern = "";
            default -> {}
        }
    }

    private int lineLength(SedCommand command) {
        return command.number() >= 0
                ? command.number()
                : call.value("l")
                        .filter(text -> text.matches("[0-9]{1,6}"))
                        .map(Integer::parseInt)
                        .orElse(70);
    }

    private void printPattern() {
        output.line(pattern, input.terminated(), delimiter);
    }

    private String firstLine() {
        int newline = pattern.indexOf(delimiter);
        return newline < 0 ? pattern : pattern.substring(0, newline);
    }

    private Flow deleteFirstLine() {
        int newline = pattern.indexOf(delimiter);
        if (newline < 0) {
            return Flow.DELETE;
        }
        pattern = pattern.substring(newline + 1);
        return Flow.RESTART;
    }

    /** GNU prints the pattern space when there is no next line, and ends. */
    private Flow nextLine() {
        if (input.isExhausted()) {
            return Flow.QUIT;
        }
        if (!call.has("n")) {
            printPattern();
        }
        flushAppended();
        input.next().ifPresent(line -> pattern = line);
        return Flow.NEXT;
    }

    private Flow appendNextLine() {
        if (input.isExhausted()) {
            return Flow.QUIT;
        }
        flushAppended();
        input.next().ifPresent(line -> pattern = pattern + delimiter + line);
        return Flow.NEXT;
    }

    /** Of a range only the end prints the text; with a negation every line does. */
    private Flow change(SedCommand command) {
        SedSelection selection = command.selection();
        if (!selection.isRange() || selection.isNegated() || !selection.isOpen()) {
            output.raw(command.text());
        }
        return Flow.DELETE;
    }

    private void substitute(SedSubstitution substitution) {
        PosixRegex regex = remember(substitution.regex());
        Optional<String> result = substitution.apply(pattern, regex);
        if (result.isEmpty()) {
            return;
        }
        pattern = result.get();
        replaced = true;
        if (substitution.print()) {
            printPattern();
        }
        if (!substitution.file().isEmpty()) {
            output.line(substitution.file(), pattern, true, delimiter);
        }
    }

    private PosixRegex remember(Optional<PosixRegex> regex) {
        lastRegex = regex.isPresent() ? regex : lastRegex;
        return lastRegex.orElseThrow(() -> new CommandException(1, "sed: no previous regular expression"));
    }

    private String transliterate(String strings) {
        int middle = strings.indexOf('\0');
        String from = strings.substring(0, middle);
        String to = strings.substring(middle + 1);
        StringBuilder out = new StringBuilder();
        pattern.codePoints().forEach(c -> {
            int at = from.indexOf(c);
            int index = at < 0 ? -1 : from.codePointCount(0, at);
            out.appendCodePoint(index < 0 ? c : to.codePointAt(to.offsetByCodePoints(0, index)));
        });
        return out.toString();
    }

    private void flushAppended() {
        appended.forEach(Runnable::run);
        appended.clear();
    }

    // what addresses look at

    @Override
    public long number() {
        return input.number();
    }

    @Override
    public boolean isLast() {
        return input.isLast();
    }

    @Override
    public boolean matches(Optional<PosixRegex> regex) {
        return remember(regex).find(pattern, 0).isPresent();
    }
}
