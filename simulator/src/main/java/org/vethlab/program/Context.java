package org.vethlab.program;

import java.util.List;
import org.vethlab.net.Namespace;
import org.vethlab.process.Files;
import org.vethlab.process.Input;
import org.vethlab.process.Output;
import org.vethlab.process.Process;
import org.vethlab.time.VirtualClock;

/** What a program sees of the machine: its words, its three streams, its namespace, its files, the time. */
public final class Context {
    private final Process process;
    private final String name;
    private final List<String> arguments;

    /** @param words the command as typed, its name first */
    public Context(Process process, List<String> words) {
        this.process = process;
        this.name = words.get(0);
        this.arguments = List.copyOf(words.subList(1, words.size()));
    }

    /** The name as typed (argv[0]). */
    public String name() {
        return name;
    }

    /** The words behind the name. */
    public List<String> arguments() {
        return arguments;
    }

    public Process process() {
        return process;
    }

    /** The network namespace that the process is in. */
    public Namespace net() {
        return process.net();
    }

    public Input in() {
        return process.in();
    }

    public Output out() {
        return process.out();
    }

    public Output err() {
        return process.err();
    }

    /** Files, as seen from the process's working directory and namespaces ({@code /proc/net}, {@code /proc/sys}). */
    public Files files() {
        return process.files();
    }

    public VirtualClock clock() {
        return process.machine().world().clock();
    }

    /**
     * Blocks for so many nanoseconds of virtual time.
     *
     * @throws org.vethlab.process.SignalException when a signal comes that the process does not ignore
     */
    public void sleep(long nanos) {
        process.sleep(nanos);
    }

    /**
     * Becomes another program (exec): runs it in this process and returns its exit status, to be returned at once.
     *
     * @throws org.vethlab.net.NetException ENOENT, EACCES, … if it cannot be started
     */
    public int execute(List<String> words) {
        return process.exec(words);
    }

    /** Prints a line on standard error. @return {@code status}, so that a program can say {@code return fail(…)} */
    public int fail(int status, String line) {
        err().println(line);
        return status;
    }
}
