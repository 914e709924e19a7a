package org.vethlab.lab;

import org.vethlab.process.OpenFile;
import org.vethlab.process.Process;
import org.vethlab.process.Terminal;

/** Where a run prints. What it puts into the background goes on printing there, whatever is run later. */
final class RunStreams {
    private final SinkOutput out;
    private final SinkOutput err;
    private final OpenFile outFile;
    private final OpenFile errFile;

    RunStreams(Lab.Sink sink, Terminal console) {
        out = new SinkOutput(sink::out, sink.isTerminal());
        err = new SinkOutput(sink::err, sink.isTerminal());
        outFile = OpenFile.both(console.path(), console.file().input(), out);
        errFile = OpenFile.both(console.path(), console.file().input(), err);
    }

    SinkOutput out() {
        return out;
    }

    SinkOutput err() {
        return err;
    }

    /** Makes them a new shell's standard output and error. */
    void openIn(Process shell) {
        shell.descriptors().put(1, outFile);
        shell.descriptors().put(2, errFile);
    }

    /** Puts them in the place of earlier ones, but not of files to which the shell was redirected for good (exec). */
    void replace(RunStreams earlier, Process shell) {
        if (shell.descriptors().get(1).filter(earlier.outFile::equals).isPresent()) {
            shell.descriptors().put(1, outFile);
        }
        if (shell.descriptors().get(2).filter(earlier.errFile::equals).isPresent()) {
            shell.descriptors().put(2, errFile);
        }
    }
}
