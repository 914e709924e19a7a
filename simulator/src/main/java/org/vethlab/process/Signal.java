package org.vethlab.process;

import java.util.Optional;

/** Signals (signal(7), x86 numbers). */
public enum Signal {
    HUP(1, "Hangup"),
    INT(2, "Interrupt"),
    QUIT(3, "Quit"),
    ILL(4, "Illegal instruction"),
    TRAP(5, "Trace/breakpoint trap"),
    ABRT(6, "Aborted"),
    BUS(7, "Bus error"),
    FPE(8, "Floating point exception"),
    KILL(9, "Killed"),
    USR1(10, "User defined signal 1"),
    SEGV(11, "Segmentation fault"),
    USR2(12, "User defined signal 2"),
    PIPE(13, "Broken pipe"),
    ALRM(14, "Alarm clock"),
    TERM(15, "Terminated"),
    CHLD(17, "Child exited"),
    CONT(18, "Continued"),
    STOP(19, "Stopped (signal)"),
    TSTP(20, "Stopped"),
    TTIN(21, "Stopped (tty input)"),
    TTOU(22, "Stopped (tty output)"),
    WINCH(28, "Window changed");

    private final int number;
    private final String text;

    Signal(int number, String text) {
        this.number = number;
        this.text = text;
    }

    public int number() {
        return number;
    }

    /** What {@code strsignal} says. */
    public String text() {
        return text;
    }

    /** By number or by name, with or without {@code SIG}. */
    public static Optional<Signal> of(String word) {
        String bare = word.toUpperCase(java.util.Locale.ROOT);
        bare = bare.startsWith("SIG") ? bare.substring(3) : bare;
        for (Signal signal : values()) {
            if (signal.name().equals(bare) || Integer.toString(signal.number).equals(word)) {
                return Optional.of(signal);
            }
        }
        return Optional.empty();
    }
}
