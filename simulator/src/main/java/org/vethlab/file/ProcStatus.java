package org.vethlab.file;

import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;

/** /proc/PID/status and /proc/PID/stat (proc_pid_status(5), proc_pid_stat(5)). */
final class ProcStatus {
    private ProcStatus() {}

    static String status(Process process) {
        int pid = process.pid();
        return "Name:\t" + process.name() + "\nUmask:\t0022\nState:\t" + state(process) + "\nTgid:\t" + pid
                + "\nNgid:\t0\nPid:\t" + pid + "\nPPid:\t" + process.parentPid()
                + "\nTracerPid:\t0\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nFDSize:\t256\nGroups:\t0 \nNStgid:\t" + pid
                + "\nNSpid:\t" + pid + "\nNSpgid:\t" + process.group() + "\nNSsid:\t" + process.session()
                + "\nThreads:\t1\n";
    }

    private static String state(Process process) {
        return switch (letter(process)) {
            case 'R' -> "R (running)";
            case 'T' -> "T (stopped)";
            case 'Z' -> "Z (zombie)";
            default -> "S (sleeping)";
        };
    }

    /** As {@code ps} shows it: only the one that asks runs. */
    static char letter(Process process) {
        if (process.state() instanceof ProcessState.Stopped) {
            return 'T';
        }
        if (process.state().isOver()) {
            return 'Z';
        }
        return process.machine().running() == process ? 'R' : 'S';
    }

    static String stat(Process process) {
        long startTicks = process.started() / 10_000_000;
        return process.pid() + " (" + process.name() + ") " + letter(process) + " " + process.parentPid() + " "
                + process.group() + " " + process.session() + " 0 "
                + process.terminal().map(terminal -> terminal.foreground()).orElse(-1)
                + " 4194304 0 0 0 0 0 0 0 0 20 0 1 0 " + startTicks + " 0 0\n";
    }
}
