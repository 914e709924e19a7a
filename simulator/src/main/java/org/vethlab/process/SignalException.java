package org.vethlab.process;

/** A signal reaches the running program while it waits. Unless the program catches it, it ends the process. */
public final class SignalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Signal signal;

    public SignalException(Signal signal) {
        super(signal.text(), null, false, false);
        this.signal = signal;
    }

    public Signal signal() {
        return signal;
    }

    /** The exit status that a shell reports: 128 and the number. */
    public int status() {
        return 128 + signal.number();
    }
}
