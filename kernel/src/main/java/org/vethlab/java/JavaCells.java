package org.vethlab.java;

import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.spi.ExecutionControl;
import org.vethlab.java.api.CommandResult;
import org.vethlab.java.api.NotebookLab;
import org.vethlab.lab.Lab;

/** Java cells: JShell in this process. Made when first needed: a notebook of magics never pays for a compiler. */
public final class JavaCells implements AutoCloseable {
    private static final String LAB =
            NotebookLab.class.getName() + " lab = " + Invocation.class.getName() + ".currentLab();";

    private static final Set<SubKind> VALUES =
            Set.of(SubKind.TEMP_VAR_EXPRESSION_SUBKIND, SubKind.OTHER_EXPRESSION_SUBKIND);

    /** To show these runs no code of a cell's, so that nothing needs to be guarded. */
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Integer.class,
            Long.class,
            Double.class,
            Float.class,
            Short.class,
            Byte.class,
            Character.class,
            Boolean.class);

    private static final long LEAVE_LAB_MILLIS = 3000;
    private static final long WAKE_MILLIS = 100;
    private static final long INSIST_MILLIS = 5000;

    private final Function<Object, Object> presenter;
    private final ReentrantLock state = new ReentrantLock();
    private final Gate gate = new Gate();
    private final CellControl control;
    private final JShell shell;
    private final Trouble trouble = new Trouble();
    private final Imports imports;
    private final Explorer explorer;
    private final List<DeclarationSnippet> incomplete = new ArrayList<>();
    private int expressions;
    private volatile Instant started = Instant.now();

    /**
     * Starts a compiler.
     *
     * @param lab asked for the lab whenever a cell uses it
     * @param output of the cell that runs on the thread that asks
     * @param presenter makes of a cell's value what {@link CellResult} holds
     * @param imported more imports, beside those that every notebook has
     */
    public JavaCells(
            Supplier<Lab> lab, Supplier<Lab.Sink> output, Function<Object, Object> presenter, List<String> imported) {
        this.presenter = presenter;
        NotebookLab notebookLab = new NotebookLab(new GatedLab(lab, gate), output);
        CellLoader loader = new CellLoader();
        this.control = new CellControl(loader, notebookLab, state);
        this.shell = JShell.builder()
                .executionEngine(control, java.util.Map.of())
                .idGenerator((snippet, number) -> trouble.identify())
                .build();
        this.imports = new Imports(shell, imported);
        this.explorer = new Explorer(shell, state, this::makeImports);
        state.lock();
        try {
            shell.eval(LAB);
        } finally {
            state.unlock();
        }
    }

    /** Completion, inspection, completeness. */
    public Explorer explorer() {
        return explorer;
    }

    /** From here on a {@link #stop} is meant for the next cell. */
    public void begin() {
        started = Instant.now();
        control.stopping(false);
        control.companions().begin();
        gate.open();
    }

    /**
     * Runs a cell.
     *
     * @param cell what a student knows it by: {@code In[3]}
     * @param firstLine the line in the cell at which the source starts
     * @throws JavaFailure when it does not compile, ends with an exception or is stopped
     */
    public CellResult run(String source, String cell, int firstLine) {
        state.lock();
        try {
            return runAll(source, cell, firstLine);
        } finally {
            state.unlock();
        }
    }

    /** For who explores; but JShell evaluates one thing at a time. */
    private void makeImports(String source) {
        if (!control.isRunning()) {
            imports.makeFor(source);
        }
    }

    private CellResult runAll(String source, String cell, int firstLine) {
        imports.makeFor(source);
        incomplete.clear();
        CellResult result;
        try {
            result = runSnippets(source, cell, firstLine);
        } finally {
            incomplete.forEach(this::note);
        }
        return present(result);
    }

    private CellResult runSnippets(String source, String cell, int firstLine) {
        CellResult result = CellResult.NOTHING;
        String remaining = source;
        while (!SourceText.isBlank(remaining)) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(remaining);
            boolean whole = info.completeness().isComplete();
            int line = firstLine + SourceText.lineOfCode(source, source.length() - remaining.length());
            String snippet = SourceText.fromCode(whole ? info.source() : remaining);
            trouble.expect(cell, line);
            result = runExpression(snippet).orElseGet(() -> runSnippet(snippet));
            remaining = whole ? info.remaining() : "";
        }
        return result;
    }

    private CellResult present(CellResult result) {
        if (result.value().isEmpty()) {
            return result;
        }
        Object value = result.value().get();
        if (PLAIN.contains(value.getClass())) {
            return new CellResult(true, Optional.of(presenter.apply(value)));
        }
        Optional<Object> shown = attempt(() -> control.compute(() -> presenter.apply(value)), JavaCells::unshown);
        return new CellResult(true, shown);
    }

    private static JavaFailure unshown(Throwable thrown) {
        String message = "the value cannot be shown: " + thrown;
        return new JavaFailure("ValueError", message, List.of(message));
    }

    /** Does what runs a cell's own code. */
    private Optional<Object> attempt(Callable<Optional<Object>> code, Function<Throwable, JavaFailure> described) {
        try {
            return code.call();
        } catch (ExecutionControl.StoppedException e) {
            throw JavaFailure.interrupted();
        } catch (InvocationTargetException e) {
            throw control.isStopping() ? JavaFailure.interrupted() : described.apply(e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs an expression as the body of a method. To JShell each expression is a variable, {@code $7}: it would ask the
     * compiler once more, for a type, and have each later snippet import all of them; and of a statement it tries first
     * whether its end can be reached.
     *
     * @return empty if it is not an expression that has a value, after all, and so did not run
     */
    private Optional<CellResult> runExpression(String source) {
        if (!SourceText.mayBeExpression(source)) {
            return Optional.empty();
        }
        control.forgetValue();
        String name = Trouble.EXPRESSION + ++expressions;
        SnippetEvent event = shell.eval(
                        "java.lang.Object " + name + "() throws java.lang.Throwable { return " + source + "\n; }")
                .get(0);
        if (event.status() == Snippet.Status.REJECTED) {
            return Optional.empty();
        }
        try {
            if (event.status() != Snippet.Status.VALID) {
                return Optional.empty();
            }
            Optional<Object> value = attempt(() -> control.call(name), this::rethrow);
            return Optional.of(isSaid() ? CellResult.NOTHING : new CellResult(true, value));
        } finally {
            shell.drop(event.snippet());
        }
    }

    /** What a cell's own code has thrown, as JShell tells it: it knows which frames are which snippet's. */
    private JavaFailure rethrow(Throwable thrown) {
        control.failure(thrown);
        JShellException told = shell.eval("{ throw " + Invocation.class.getName() + ".failure(); }")
                .get(0)
                .exception();
        return control.isStopping() || told == null ? JavaFailure.interrupted() : trouble.thrown(told);
    }

    private CellResult runSnippet(String source) {
        control.forgetValue();
        CellResult result = CellResult.NOTHING;
        List<SnippetEvent> events = shell.eval(source);
        try {
            for (SnippetEvent event : events) {
                if (event.causeSnippet() == null) {
                    result = examine(event);
                }
            }
            Losses.of(events).ifPresent(System.out::println);
            return result;
        } finally {
            events.forEach(event -> forget(event.snippet()));
        }
    }

    /** The variable {@code $7} that an expression statement leaves: each later snippet would import it. */
    private void forget(Snippet snippet) {
        if (snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            shell.drop(snippet);
        }
    }

    private CellResult examine(SnippetEvent event) {
        if (control.isStopping()) {
            throw JavaFailure.interrupted();
        }
        Snippet snippet = event.snippet();
        JShellException thrown = event.exception();
        if (thrown != null) {
            throw trouble.thrown(thrown);
        }
        if (event.status() == Snippet.Status.REJECTED) {
            throw trouble.rejected(snippet, shell.diagnostics(snippet).toList());
        }
        if (isIncomplete(event.status()) && snippet instanceof DeclarationSnippet declared) {
            incomplete.add(declared);
        }
        boolean named = snippet.subKind() == SubKind.VAR_VALUE_SUBKIND;
        boolean shown = named || VALUES.contains(snippet.subKind()) && !isSaid();
        return shown ? new CellResult(true, control.value()) : CellResult.NOTHING;
    }

    /** What a command printed was shown as it ran; only who names the variable that holds it wants to see it again. */
    private boolean isSaid() {
        return control.value().filter(CommandResult.class::isInstance).isPresent();
    }

    private static boolean isIncomplete(Snippet.Status status) {
        return status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED;
    }

    /** What a cell declared may need what is declared further down in it. */
    private void note(DeclarationSnippet declared) {
        if (isIncomplete(shell.status(declared))) {
            List<String> missing = shell.unresolvedDependencies(declared).toList();
            String name = declared instanceof MethodSnippet ? declared.name() + "()" : declared.name();
            System.out.println(name + " cannot be used until there is " + String.join(", ", missing));
        }
    }

    /**
     * Stops the cell that runs, from any thread: first asks (what the lab runs gets a Ctrl-C, a sleeper is woken), then
     * insists. Returns when it has ended or nothing more can be done.
     */
    public void stop() throws InterruptedException {
        control.stopping(true);
        if (!gate.close(LEAVE_LAB_MILLIS)) {
            return;
        }
        control.wake();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(INSIST_MILLIS);
        // One that catches Throwable in a loop is stopped when the stop meets it outside of its try.
        for (boolean ended = ends(WAKE_MILLIS); !ended && System.nanoTime() < end; ended = ends(1)) {
            shell.stop();
            control.companions().stop();
        }
        Offspring.endThoseSince(started);
    }

    private boolean ends(long millis) throws InterruptedException {
        for (long waited = 0; waited < millis && control.isRunning(); waited++) {
            Thread.sleep(1);
        }
        return !control.isRunning() && !control.companions().areBusy();
    }

    @Override
    public void close() {
        shell.close();
    }
}
