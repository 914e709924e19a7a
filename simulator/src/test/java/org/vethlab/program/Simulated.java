package org.vethlab.program;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.vethlab.file.FileTree;
import org.vethlab.net.World;
import org.vethlab.process.Input;
import org.vethlab.process.Machine;
import org.vethlab.process.OpenFile;
import org.vethlab.process.Output;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.shell.Shell;
import org.vethlab.time.Scheduler;
import org.vethlab.time.VirtualClock;

/** A machine on which a single program runs, with all that it prints. */
final class Simulated {
    private final Machine machine;
    private final Process process;

    Simulated() {
        VirtualClock clock = new VirtualClock();
        machine = new Machine(
                new World(clock, 1),
                new Scheduler(clock),
                new Programs(Shell.programs()),
                new FileTree(Optional.empty()));
        process = machine.login(List.of("test"));
        process.environment().put("PATH", "/usr/sbin:/usr/bin");
        process.environment().put("LC_ALL", "C.UTF-8");
    }

    /** What a program printed on either output, byte by byte as characters, and its status. */
    record Outcome(String text, int status) {}

    void file(String path, byte[] content) {
        Output out = process.files().create(path, false);
        out.write(content, 0, content.length);
        out.close();
    }

    void directory(String path) {
        process.files().makeDirectory(path);
    }

    Outcome run(byte[] input, List<String> words) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        process.descriptors().put(0, OpenFile.reading("pipe:[1]", new Given(input)));
        process.descriptors().put(1, OpenFile.writing("pipe:[2]", printed::write));
        process.descriptors().put(2, OpenFile.writing("pipe:[2]", printed::write));
        ProcessState end = machine.foreground(process, self -> self.exec(words));
        int status = end instanceof ProcessState.Exited exited ? exited.status() : -1;
        return new Outcome(printed.toString(java.nio.charset.StandardCharsets.ISO_8859_1), status);
    }

    private static final class Given implements Input {
        private final byte[] bytes;
        private int position;

        Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int n = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, buffer, offset, n);
            position += n;
            return n == 0 ? -1 : n;
        }
    }
}
