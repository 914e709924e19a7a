package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;

/** {@code ls} of coreutils, as it prints when its output is no terminal: one name a line. */
public final class Ls extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "a|all",
            "A|almost-all",
            "1",
            "C",
            "d|directory",
            "F|classify",
            "h|human-readable",
            "i|inode",
            "l",
            "n|numeric-uid-gid",
            "p",
            "r|reverse",
            "R|recursive",
            "S",
            "t",
            "U",
            "v",
            "|color?");

    public Ls() {
        super("ls", "list directory contents", OPTIONS);
    }

    @Override
    int usageStatus() {
        return 2;
    }

    @Override
    int run(Call call) {
        List<LsEntry> files = new ArrayList<>();
        List<LsEntry> directories = new ArrayList<>();
        for (String name : call.operands().isEmpty() ? List.of(".") : call.operands()) {
            try {
                LsEntry entry = LsEntry.operand(call, name);
                boolean listed = entry.status().isDirectory() && !call.has("d");
                (listed ? directories : files).add(entry);
            } catch (NetException e) {
                call.warn(2, "cannot access '" + name + "': " + e.errno().text());
            }
        }
        LsFormat format = new LsFormat(call);
        format.print(files);
        boolean headed = call.operands().size() > 1 || call.has("R");
        boolean first = files.isEmpty();
        for (LsEntry directory : format.sorted(directories)) {
            list(call, format, directory.name(), headed, first);
            first = false;
        }
        return call.status();
    }

    private static void list(Call call, LsFormat format, String directory, boolean headed, boolean first) {
        List<LsEntry> entries;
        try {
            entries = entries(call, directory);
        } catch (NetException e) {
            call.warn(
                    2, "cannot open directory '" + directory + "': " + e.errno().text());
            return;
        }
        if (headed) {
            call.print((first ? "" : "\n") + directory + ":\n");
        }
        format.total(entries);
        format.print(entries);
        if (!call.has("R")) {
            return;
        }
        for (LsEntry entry : format.sorted(entries)) {
            if (entry.status().isDirectory()
                    && !entry.name().equals(".")
                    && !entry.name().equals("..")) {
                list(call, format, LsEntry.join(directory, entry.name()), true, false);
            }
        }
    }

    private static List<LsEntry> entries(Call call, String directory) {
        List<LsEntry> entries = new ArrayList<>();
        if (call.has("a")) {
            entries.add(LsEntry.inside(call, directory, "."));
            entries.add(LsEntry.inside(call, directory, ".."));
        }
        for (String name : call.files().list(directory)) {
            if (!name.startsWith(".") || call.has("a") || call.has("A")) {
                entries.add(LsEntry.inside(call, directory, name));
            }
        }
        return entries;
    }

    static boolean isLong(Call call) {
        return call.has("l") || call.has("n");
    }

    static FileStatus status(Call call, String path) {
        return isLong(call) || call.has("d")
                ? call.files().linkStatus(path)
                : call.files().status(path);
    }
}
