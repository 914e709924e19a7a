package org.vethlab.program.system;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.process.Terminal;

/**
 * A column that ps can show, with heading and width of procps 4.
 *
 * @param signedWidth negative if the text stands on the left
 */
record PsColumn(String word, String heading, int signedWidth, Function<Process, String> value) {
    static final PsColumn CMD = new PsColumn("cmd", "CMD", -27, process -> String.join(" ", process.commandLine()));
    static final PsColumn COMMAND =
            new PsColumn("command", "COMMAND", -27, process -> String.join(" ", process.commandLine()));
    static final PsColumn UCMD = new PsColumn("ucmd", "CMD", -15, Process::name);
    static final PsColumn C = new PsColumn("c", "C", 2, process -> "0");
    static final PsColumn CPU = new PsColumn("%cpu", "%CPU", 4, process -> "0.0");
    static final PsColumn MEMORY = new PsColumn("%mem", "%MEM", 4, process -> "0.0");
    static final PsColumn PGID = new PsColumn("pgid", "PGID", 7, process -> Integer.toString(process.group()));
    static final PsColumn PID = new PsColumn("pid", "PID", 7, process -> Integer.toString(process.pid()));
    static final PsColumn PPID = new PsColumn("ppid", "PPID", 7, process -> Integer.toString(process.parentPid()));
    static final PsColumn RSS = new PsColumn("rss", "RSS", 5, process -> "3260");
    static final PsColumn SID = new PsColumn("sid", "SID", 7, process -> Integer.toString(process.session()));
    static final PsColumn START = new PsColumn("start_time", "START", 5, PsColumn::startTime);
    static final PsColumn STATE =
            new PsColumn("s", "S", -1, process -> state(process).substring(0, 1));
    static final PsColumn STAT = new PsColumn("stat", "STAT", -4, PsColumn::state);
    static final PsColumn STIME = new PsColumn("stime", "STIME", 5, PsColumn::startTime);
    static final PsColumn TIME = new PsColumn("time", "TIME", 8, process -> "00:00:00");
    static final PsColumn BSD_TIME = new PsColumn("bsdtime", "TIME", 6, process -> "0:00");
    static final PsColumn TTY = new PsColumn("tty", "TT", -8, PsColumn::terminal);
    static final PsColumn TNAME = new PsColumn("tname", "TTY", -8, PsColumn::terminal);
    static final PsColumn USER = new PsColumn("user", "USER", -8, process -> "root");
    static final PsColumn UID_NAME = new PsColumn("uname", "UID", -8, process -> "root");
    static final PsColumn VSZ = new PsColumn("vsz", "VSZ", 6, process -> "4360");

    private static final List<PsColumn> ALL = List.of(
            new PsColumn("args", "COMMAND", -27, process -> String.join(" ", process.commandLine())),
            CMD,
            COMMAND,
            new PsColumn("comm", "COMMAND", -15, Process::name),
            UCMD,
            C,
            CPU,
            new PsColumn("pcpu", "%CPU", 4, process -> "0.0"),
            new PsColumn("etime", "ELAPSED", 11, process -> elapsed(seconds(process))),
            new PsColumn("etimes", "ELAPSED", 7, process -> Long.toString(seconds(process))),
            MEMORY,
            new PsColumn("pmem", "%MEM", 4, process -> "0.0"),
            new PsColumn(
                    "netns", "NETNS", 10, process -> Long.toString(process.net().inode())),
            new PsColumn("ni", "NI", 3, process -> "0"),
            PGID,
            PID,
            PPID,
            RSS,
            new PsColumn("sess", "SESS", 7, process -> Integer.toString(process.session())),
            SID,
            START,
            STATE,
            STAT,
            STIME,
            TIME,
            BSD_TIME,
            TTY,
            TNAME,
            new PsColumn("uid", "UID", 5, process -> "0"),
            USER,
            UID_NAME,
            new PsColumn(
                    "utsns", "UTSNS", 10, process -> Long.toString(process.uts().inode())),
            VSZ);

    static Optional<PsColumn> of(String word) {
        for (PsColumn column : ALL) {
            if (column.word.equals(word)) {
                return Optional.of(column);
            }
        }
        return switch (word) {
            case "tt" -> Optional.of(TTY);
            case "euser", "ruser" -> Optional.of(USER);
            case "state" -> Optional.of(STATE);
            default -> Optional.empty();
        };
    }

    int width() {
        return Math.abs(signedWidth);
    }

    boolean isLeft() {
        return signedWidth < 0;
    }

    String of(Process process) {
        return value.apply(process);
    }

    private static String terminal(Process process) {
        return process.terminal()
                .map(Terminal::path)
                .map(path -> path.substring(5))
                .orElse("?");
    }

    /** s for the leader of a session, + for what is in the foreground of its terminal. */
    private static String state(Process process) {
        String letter = process.machine().running() == process ? "R" : "S";
        if (process.state() instanceof ProcessState.Stopped) {
            letter = "T";
        } else if (process.state().isOver()) {
            letter = "Z";
        }
        boolean foreground = process.terminal()
                .filter(tty -> tty.foreground() == process.group())
                .isPresent();
        return letter + (process.session() == process.pid() ? "s" : "") + (foreground ? "+" : "");
    }

    private static long seconds(Process process) {
        return (process.machine().clock().now() - process.started()) / 1_000_000_000L;
    }

    private static String elapsed(long seconds) {
        String text = two(seconds / 60 % 60) + ":" + two(seconds % 60);
        return seconds < 3600 ? text : two(seconds / 3600) + ":" + text;
    }

    private static String startTime(Process process) {
        long minutes = (process.machine().clock().bootSeconds() + process.started() / 1_000_000_000L) / 60;
        return two(minutes / 60 % 24) + ":" + two(minutes % 60);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
