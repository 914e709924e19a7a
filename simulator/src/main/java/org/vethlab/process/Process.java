package org.vethlab.process;

import java.util.Map;
import org.vethlab.net.Namespace;

/** A process: its number, its namespaces, its environment, its streams. */
public final class Process {
    private final Machine machine;
    private final int pid;
    private Namespace net;

    Process(Machine machine, int pid, Namespace net) {
        this.machine = machine;
        this.pid = pid;
        this.net = net;
    }

    public Machine machine() {
        return machine;
    }

    public int pid() {
        return pid;
    }

    public Namespace net() {
        return net;
    }

    /** setns(2) or unshare(2) with CLONE_NEWNET. */
    public void enter(Namespace namespace) {
        net = namespace;
    }

    public Map<String, String> environment() {
        throw new UnsupportedOperationException("not yet");
    }

    public Input in() {
        throw new UnsupportedOperationException("not yet");
    }

    public Output out() {
        throw new UnsupportedOperationException("not yet");
    }

    public Output err() {
        throw new UnsupportedOperationException("not yet");
    }

    public Files files() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Blocks for so many nanoseconds. @throws SignalException when a signal comes that is not ignored */
    public void sleep(long nanos) {
        throw new UnsupportedOperationException("not yet " + nanos);
    }

    /**
     * Blocks until {@link #wake()} or until the clock reads {@code deadline} (VirtualClock.NEVER for none). May return
     * early: look again at what is waited for.
     *
     * @throws SignalException when a signal comes that is not ignored
     */
    public void await(long deadline) {
        throw new UnsupportedOperationException("not yet " + deadline);
    }

    /** Makes {@link #await} return; called by what the process waits for (a packet, a pipe). */
    public void wake() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Says that this program runs until it is interrupted (ping without a count, tcpdump): while it is in the
     * foreground, virtual time keeps pace with the wall clock.
     */
    public void endless() {
        throw new UnsupportedOperationException("not yet");
    }
}
