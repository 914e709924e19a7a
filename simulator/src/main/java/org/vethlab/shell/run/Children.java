package org.vethlab.shell.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.vethlab.net.NetException;
import org.vethlab.process.Disposition;
import org.vethlab.process.OpenFile;
import org.vethlab.process.Pipe;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessBody;
import org.vethlab.process.Signal;
import org.vethlab.shell.option.SetOption;
import org.vethlab.shell.option.ShoptOption;
import org.vethlab.shell.syntax.Command;
import org.vethlab.shell.syntax.CommandPrinter;

/** Everything that bash forks for: programs, subshells, pipelines, jobs, substitutions. */
final class Children {
    /** Where the descriptors of process substitutions are counted down from. */
    private static final int LAST_DESCRIPTOR = 63;

    private static final long SECOND = 1_000_000_000L;

    private final Interpreter shell;
    private final Process process;
    private final State state;
    private final List<Integer> substitutions = new ArrayList<>();
    private Optional<Integer> substitutionStatus = Optional.empty();

    Children(Interpreter shell) {
        this.shell = shell;
        this.process = shell.process();
        this.state = shell.state();
    }

    /** A child that goes on as a copy of this shell. */
    private Process fork(ToIntFunction<Interpreter> body) {
        return fork(state.copy(), body);
    }

    private Process fork(State copy, ToIntFunction<Interpreter> body) {
        boolean errorsToo = shell.options().has(SetOption.ERRTRACE);
        boolean debugToo = shell.options().has(SetOption.FUNCTRACE);
        return started(self -> {
            shell.redirector().closeSaved(self);
            copy.traps.enterSubshell(errorsToo, debugToo);
            copy.options.put(SetOption.MONITOR, false);
            Interpreter child = new Interpreter(self, shell.builtins(), copy);
            child.jobs().inherit(shell.jobs());
            return child.scripts().subshell(() -> body.applyAsInt(child));
        });
    }

    /** fork(2), tried five times in 15 seconds where there are too many processes; then the line is given up. */
    private Process started(ProcessBody body) {
        for (long wait = SECOND; ; wait *= 2) {
            try {
                return process.fork(body);
            } catch (NetException e) {
                if (wait > 8 * SECOND) {
                    throw new FunctionCalls.Discarded("fork: " + e.errno().text());
                }
                shell.messages().error("fork: retry: " + e.errno().text());
                process.sleep(wait);
            }
        }
    }

    // programs

    /** Runs a program in the foreground. @param text what a job list shows */
    int program(List<String> words, Supplier<String> text) {
        Process child = forkProgram(words);
        return shell.jobs().foreground(List.of(new Job.Member(child, text)));
    }

    private Process forkProgram(List<String> words) {
        Programs programs = new Programs(shell, words, false);
        return started(self -> {
            shell.redirector().closeSaved(self);
            return programs.become(self);
        });
    }

    /** The shell's own process becomes a program (exec); what it did for the shell is over. */
    int become(List<String> words, boolean byExec) {
        return new Programs(shell, words, byExec).become(process);
    }

    // subshells and jobs

    int subshell(Command.Subshell subshell) {
        Process child = fork(inner -> inPlace(inner, subshell.body()));
        return shell.jobs().foreground(List.of(new Job.Member(child, () -> CommandPrinter.print(subshell))));
    }

    /** Runs the last command of a child: a program needs no further fork, a subshell neither. */
    private static int inPlace(Interpreter child, Command command) {
        if (command instanceof Command.Simple simple) {
            return child.runner().last(simple);
        }
        if (command instanceof Command.Subshell subshell) {
            return inPlace(child, subshell.body());
        }
        if (command instanceof Command.Redirected redirected
                && (redirected.body() instanceof Command.Subshell || redirected.body() instanceof Command.Simple)) {
            boolean applied =
                    child.redirector().apply(redirected.redirections()).isPresent();
            return applied ? inPlace(child, redirected.body()) : 1;
        }
        return child.runner().run(command);
    }

    int pipeline(List<Command> stages) {
        boolean lastHere =
                shell.options().has(ShoptOption.LASTPIPE) && !shell.options().has(SetOption.MONITOR);
        return lastHere ? pipelineIntoShell(stages) : shell.jobs().foreground(start(stages, false));
    }

    /** {@code shopt -s lastpipe}: the last stage runs in this shell, so that what it assigns stays. */
    private int pipelineIntoShell(List<Command> stages) {
        Pipe pipe = process.machine().pipe();
        List<Job.Member> members = new ArrayList<>(start(stages.subList(0, stages.size() - 1), false));
        members.get(members.size() - 1).process().descriptors().put(1, pipe.writer());
        Redirector.Undo undo = shell.redirector().replaceInput(pipe.reader());
        int status;
        try {
            status = shell.runner().run(stages.get(stages.size() - 1));
        } finally {
            undo.run();
        }
        shell.jobs().foreground(members);
        List<Integer> all = new ArrayList<>(state.pipeStatus);
        all.add(status);
        state.pipeStatus = List.copyOf(all);
        return status;
    }

    /** {@code body &}. */
    int background(Command body) {
        boolean stages = body instanceof Command.Pipeline pipeline
                && pipeline.stages().size() > 1
                && !pipeline.negated()
                && pipeline.timing() == Command.Timing.NONE;
        List<Job.Member> members = stages ? start(((Command.Pipeline) body).stages(), true) : List.of(single(body));
        state.lastBackground = members.get(members.size() - 1).process().pid();
        shell.jobs().background(members);
        return 0;
    }

    private Job.Member single(Command body) {
        Process child = fork(inner -> inPlace(inner, body));
        detach(child, true);
        return new Job.Member(child, () -> CommandPrinter.print(body));
    }

    /** Without job control a background command reads nothing and is deaf to the keyboard's signals. */
    private void detach(Process child, boolean readsNothing) {
        if (shell.options().has(SetOption.MONITOR)) {
            return;
        }
        child.disposition(Signal.INT, Disposition.IGNORE);
        child.disposition(Signal.QUIT, Disposition.IGNORE);
        if (readsNothing) {
            child.descriptors()
                    .put(0, OpenFile.reading("/dev/null", shell.files().open("/dev/null")));
        }
    }

    private List<Job.Member> start(List<Command> stages, boolean background) {
        List<Job.Member> members = new ArrayList<>();
        Optional<OpenFile> input = Optional.empty();
        int group = 0;
        for (int i = 0; i < stages.size(); i++) {
            Command stage = stages.get(i);
            boolean last = i == stages.size() - 1;
            Optional<Pipe> pipe =
                    last ? Optional.empty() : Optional.of(process.machine().pipe());
            Process child = fork(inner -> inPlace(inner, stage));
            if (background) {
                detach(child, i == 0);
            }
            input.ifPresent(file -> child.descriptors().put(0, file));
            pipe.ifPresent(to -> child.descriptors().put(1, to.writer()));
            group = group == 0 ? child.pid() : group;
            if (shell.options().has(SetOption.MONITOR)) {
                child.group(group);
            }
            input = pipe.map(Pipe::reader);
            members.add(new Job.Member(child, () -> CommandPrinter.print(stage)));
        }
        return members;
    }

    // substitutions

    /** Before a command's words are expanded. */
    void forgetStatus() {
        substitutionStatus = Optional.empty();
    }

    /** The status of the last substitution in a command's words; 0 if there was none. */
    int substitutionStatus() {
        return substitutionStatus.orElse(0);
    }

    String substitution(Command body) {
        Optional<String> file = new FileSubstitution(shell).read(body);
        if (file.isPresent()) {
            substitutionStatus = Optional.of(0);
            return file.get();
        }
        return output(inner -> inPlace(inner, body));
    }

    /** The inside of backquotes, parsed by the child. */
    String substitution(String text) {
        return output(inner -> inner.scripts().substitution(text));
    }

    private String output(ToIntFunction<Interpreter> body) {
        State copy = state.copy();
        copy.nesting++;
        if (!shell.options().has(ShoptOption.INHERIT_ERREXIT)) {
            copy.options.put(SetOption.ERREXIT, false);
        }
        Pipe pipe = process.machine().pipe();
        Process child = fork(copy, body);
        child.descriptors().put(1, pipe.writer());
        int descriptor = process.descriptors().free(LAST_DESCRIPTOR);
        process.descriptors().put(descriptor, pipe.reader());
        try {
            byte[] bytes = pipe.reader().input().readAll();
            substitutionStatus = Optional.of(shell.jobs().await(child));
            state.status = substitutionStatus.get();
            return FileSubstitution.text(bytes, shell);
        } finally {
            process.descriptors().close(descriptor);
        }
    }

    String processSubstitution(boolean input, Command body) {
        Pipe pipe = process.machine().pipe();
        State copy = state.copy();
        copy.nesting++;
        Process child = fork(copy, inner -> inPlace(inner, body));
        child.descriptors().put(input ? 1 : 0, input ? pipe.writer() : pipe.reader());
        int descriptor = LAST_DESCRIPTOR;
        while (process.descriptors().get(descriptor).isPresent()) {
            descriptor--;
        }
        process.descriptors().put(descriptor, input ? pipe.reader() : pipe.writer());
        substitutions.add(descriptor);
        shell.jobs().unlisted(child);
        state.lastBackground = child.pid();
        return "/dev/fd/" + descriptor;
    }

    /** How many process substitutions are open, for {@link #closeSubstitutions}. */
    int openSubstitutions() {
        return substitutions.size();
    }

    /** Closes those that a command has opened. */
    void closeSubstitutions(int before) {
        while (substitutions.size() > before) {
            process.descriptors().close(substitutions.remove(substitutions.size() - 1));
        }
    }
}
