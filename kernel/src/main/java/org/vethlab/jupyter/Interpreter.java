package org.vethlab.jupyter;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vethlab.java.CellResult;
import org.vethlab.java.JavaCells;
import org.vethlab.java.JavaFailure;
import org.vethlab.java.SourceText;
import org.vethlab.lab.Lab;
import org.vethlab.lab.LabException;
import org.vethlab.magic.Call;
import org.vethlab.magic.CellSplitter;
import org.vethlab.magic.LabSession;
import org.vethlab.magic.Magic;
import org.vethlab.magic.Magics;
import org.vethlab.magic.Piece;

/** Runs cells: magics at once, Java by a compiler that is made when the first Java cell comes. */
final class Interpreter implements AutoCloseable {
    private static final Lab.Sink NOWHERE = new Lab.Sink() {
        @Override
        public void out(String text) {}

        @Override
        public void err(String text) {}
    };

    private static final List<String> STARTUP = List.of("import static org.vethlab.jupyter.Notebook.*;");

    private static final Pattern COMMAND = Pattern.compile("([a-z][\\w-]*)(?: [^;=\n]*)?");

    private final LabSession session;
    private volatile @Nullable JavaCells java;
    private volatile boolean inJava;
    private boolean compilerExpected;

    Interpreter(LabSession session) {
        this.session = session;
    }

    /** A cell that did not run to its end. */
    static final class CellException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        CellException(Failure failure) {
            super(failure.value(), null, false, false);
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }

    /** From here on an interrupt is meant for the next {@link #run}. */
    void begin() {
        JavaCells present = java;
        if (present != null) {
            present.begin();
        }
    }

    /** A cell that is to come. Java wants a compiler: it is made while the cells before this one run. */
    void expect(String code) {
        boolean isJava = !SourceText.isBlank(code) && !code.strip().startsWith("%");
        if (isJava && !compilerExpected) {
            compilerExpected = true;
            Thread thread = new Thread(this::java, "vethlab compiler");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * Runs a cell.
     *
     * @param label what a student knows it by: {@code In[3]}
     * @return the value of the expression it ends with, if it does
     * @throws CellException if it fails or is interrupted
     */
    Optional<Bundle> run(String code, String label, Cell cell) {
        Supplier<Optional<Bundle>> work = () -> runPieces(code, label, cell);
        return session.use(work);
    }

    private Optional<Bundle> runPieces(String code, String label, Cell cell) {
        Optional<Bundle> result = Optional.empty();
        List<Piece> pieces =
                CellSplitter.split(code, (source, lenient) -> java().explorer().isWhole(source, lenient));
        for (Piece piece : pieces) {
            stopIfInterrupted(cell);
            if (piece instanceof Piece.Java source) {
                result = runJava(source, label, cell);
            } else if (piece instanceof Piece.Magic magic) {
                runMagic(magic, cell);
                result = Optional.empty();
            }
        }
        return result;
    }

    private void runMagic(Piece.Magic piece, Cell cell) {
        String sign = piece.body().isPresent() ? "%%" : "%";
        try {
            Magic magic = Magics.named(piece.name(), piece.body().isPresent());
            magic.run(new Call(magic, piece.rest(), piece.body()), session, cell);
        } catch (LabException e) {
            throw new CellException(Failure.of(sign + piece.name(), String.valueOf(e.getMessage())));
        }
        stopIfInterrupted(cell);
    }

    private Optional<Bundle> runJava(Piece.Java piece, String label, Cell cell) {
        inJava = true;
        try {
            JavaCells cells = java();
            session.prepare();
            stopIfInterrupted(cell);
            CellResult result = cells.run(piece.source(), label, piece.line());
            stopIfInterrupted(cell);
            if (result.isValue()) {
                return Optional.of(result.value().map(Bundle.class::cast).orElse(Bundle.text("null")));
            }
            if (piece.source().strip().contains(" ")) {
                hint(piece.source()).ifPresent(cell::out);
            }
            return Optional.empty();
        } catch (JavaFailure e) {
            boolean compiles = !e.kind().equals(JavaFailure.COMPILE_ERROR);
            throw new CellException(compiles ? Failure.of(e) : Failure.of(e, hint(piece.source())));
        } finally {
            inJava = false;
        }
    }

    /** To Java, {@code ip route} is a variable of a class {@code ip}: says how commands are run. */
    private Optional<String> hint(String source) {
        Matcher command = COMMAND.matcher(source.strip());
        return command.matches() && session.isProgram(command.group(1))
                ? Optional.of("this cell is Java; a command runs by %ns NAMESPACE " + command.group() + "\n")
                : Optional.empty();
    }

    private static void stopIfInterrupted(Cell cell) {
        if (cell.isInterrupted()) {
            throw new CellException(Failure.interrupted());
        }
    }

    /** Stops the cell that runs. From any thread; returns when it is stopped or nothing more can be done. */
    void interrupt(Cell cell) throws InterruptedException {
        cell.interrupt();
        JavaCells cells = java;
        if (inJava && cells != null) {
            cells.stop();
        } else {
            session.interrupt();
        }
    }

    LabSession session() {
        return session;
    }

    /** The Java side, made now if need be. */
    synchronized JavaCells java() {
        JavaCells present = java;
        if (present == null) {
            present = new JavaCells(session::lab, Interpreter::output, Values::show, STARTUP);
            java = present;
        }
        return present;
    }

    private static Lab.Sink output() {
        return Cell.current().<Lab.Sink>map(cell -> cell).orElse(NOWHERE);
    }

    @Override
    public void close() {
        JavaCells present = java;
        if (present != null) {
            present.close();
        }
        session.close();
    }
}
