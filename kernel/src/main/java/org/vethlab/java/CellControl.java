package org.vethlab.java;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;
import org.vethlab.java.api.NotebookLab;

/**
 * Runs snippets in this process. From JShell's local control it has the true stop (Thread.stop up to Java 19, checks
 * woven into the code after); on top it keeps values as objects, and redefines classes in place.
 */
final class CellControl extends LocalExecutionControl implements ExecutionControlProvider {
    private final CellLoader loader;
    private final NotebookLab lab;
    private final ReentrantLock state;
    private final Companions companions = new Companions();
    private volatile @Nullable Invocation running;
    private volatile boolean stopping;
    private @Nullable Invocation last;
    private @Nullable Throwable failure;

    /** @param state held by who uses JShell; let go while a cell's own code runs, so that completion goes on */
    CellControl(CellLoader loader, NotebookLab lab, ReentrantLock state) {
        super(loader);
        this.loader = loader;
        this.lab = lab;
        this.state = state;
    }

    @Override
    public String name() {
        return "notebook";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return this;
    }

    /** The value of the snippet that ran last. */
    Optional<Object> value() {
        Invocation present = last;
        return present == null ? Optional.empty() : present.value();
    }

    /** Forgets it. */
    void forgetValue() {
        last = null;
    }

    /** What a snippet that comes is to throw. */
    void failure(Throwable thrown) {
        failure = thrown;
    }

    Throwable failure() {
        return Objects.requireNonNull(failure);
    }

    /** Whether no more code is to be started. */
    boolean isStopping() {
        return stopping;
    }

    void stopping(boolean wanted) {
        stopping = wanted;
    }

    /** The threads of the cell. */
    Companions companions() {
        return companions;
    }

    /** A snippet's own thread has run to its end: in a cell that is stopped, it goes when the others have gone. */
    void end() {
        if (stopping) {
            companions.outlast();
        }
    }

    boolean isRunning() {
        return running != null;
    }

    /** Wakes a snippet that sleeps or waits. */
    void wake() {
        Invocation present = running;
        if (present != null) {
            present.interrupt();
        }
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        start(new Invocation(() -> callSnippet(snippet), lab, this));
        return "";
    }

    private static @Nullable Object callSnippet(Method snippet) throws Throwable {
        try {
            return snippet.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /**
     * Runs a method of what was loaded last.
     *
     * @throws InvocationTargetException what it throws
     */
    Optional<Object> call(String name) throws Exception {
        Method method = loader.latestMethod(name);
        method.setAccessible(true);
        return compute(() -> callSnippet(method));
    }

    /** Runs what may call a cell's own code (its {@code toString}, say) as a snippet runs: it can be stopped. */
    Optional<Object> compute(Invocation.Code code) throws Exception {
        clientCodeEnter();
        try {
            start(new Invocation(code, lab, this));
            return value();
        } finally {
            clientCodeLeave();
        }
    }

    private void start(Invocation invocation) throws Exception {
        invocation.announce();
        last = invocation;
        running = invocation;
        if (stopping) {
            running = null;
            throw new StoppedException();
        }
        int holds = state.getHoldCount();
        for (int i = 0; i < holds; i++) {
            state.unlock();
        }
        try {
            super.invoke(Invocation.ENTRY);
        } finally {
            running = null;
            for (int i = 0; i < holds; i++) {
                state.lock();
            }
        }
    }

    @Override
    public void redefine(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        loader.redefining(true);
        try {
            load(classes);
        } finally {
            loader.redefining(false);
        }
    }
}
