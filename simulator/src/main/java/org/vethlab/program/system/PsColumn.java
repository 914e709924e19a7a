package org.vethlab.program.system;

import java.util.Optional;
import java.util.function.Function;
import org.vethlab.process.Process;
import org.vethlab.process.ProcessState;
import org.vethlab.process.Terminal;

/** The columns that ps can show, with the headings and widths of procps 4. */
enum PsColumn {
    ARGS("args", "COMMAND", -27, process -> String.join(" ", process.commandLine())),
    CMD("cmd", "CMD", -27, process -> String.join(" ", process.commandLine())),
    COMMAND("command", "COMMAND", -27, process -> String.join(" ", process.commandLine())),
    COMM("comm", "COMMAND", -15, Process::name),
    UCMD("ucmd", "CMD", -15, Process::name),
    C("c", "C", 2, process -> "0"),
    CPU("%cpu", "%CPU", 4, process -> "0.0"),
    PCPU("pcpu", "%CPU", 4, process -> "0.0"),
    ETIME("etime", "ELAPSED", 11, process -> elapsed(seconds(process))),
    ETIMES("etimes", "ELAPSED", 7, process -> Long.toString(seconds(process))),
    MEMORY("%mem", "%MEM", 4, process -> "0.0"),
    PMEM("pmem", "%MEM", 4, process -> "0.0"),
    NETNS("netns", "NETNS", 10, process -> Long.toString(process.net().inode())),
    NICE("ni", "NI", 3, process -> "0"),
    PGID("pgid", "PGID", 7, process -> Integer.toString(process.group())),
    PID("pid", "PID", 7, process -> Integer.toString(process.pid())),
    PPID("ppid", "PPID", 7, process -> Integer.toString(process.parentPid())),
    RSS("rss", "RSS", 5, process -> "3260"),
    SESS("sess", "SESS", 7, process -> Integer.toString(process.session())),
    SID("sid", "SID", 7, process -> Integer.toString(process.session())),
    START("start_time", "START", 5, PsColumn::startTime),
    STATE("s", "S", -1, process -> state(process).substring(0, 1)),
    STAT("stat", "STAT", -4, PsColumn::state),
    STIME("stime", "STIME", 5, PsColumn::startTime),
    TIME("time", "TIME", 8, process -> "00:00:00"),
    BSD_TIME("bsdtime", "TIME", 6, process -> "0:00"),
    TTY("tty", "TT", -8, PsColumn::terminal),
    TNAME("tname", "TTY", -8, PsColumn::terminal),
    UID("uid", "UID", 5, process -> "0"),
    USER("user", "USER", -8, process -> "root"),
    UID_NAME("uname", "UID", -8, process -> "root"),
    UTSNS("utsns", "UTSNS", 10, process -> Long.toString(process.uts().inode())),
    VSZ("vsz", "VSZ", 6, process -> "4360");

    private final String word;
    private final String heading;
    private final int width;
    private final transient Function<Process, String> value;

    /** @param width negative if the text stands on the left */
    PsColumn(String word, String heading, int width, Function<Process, String> value) {
        this.word = word;
        this.heading = heading;
        this.width = width;
        this.value = value;
    }

    static Optional<PsColumn> of(String word) {
        for (PsColumn column : values()) {
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

    String heading() {
        return heading;
    }

    int width() {
        return Math.abs(width);
    }

    boolean isLeft() {
        return width < 0;
    }

    String value(Process process) {
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
