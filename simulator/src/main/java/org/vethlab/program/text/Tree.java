package org.vethlab.program.text;

import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;

/** {@code tree}: directories with their contents as a drawing. */
public final class Tree extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("a", "d", "f", "i", "L:", "n", "C", "F", "|noreport", "|dirsfirst");

    public Tree() {
        super("tree", "list contents of directories in a tree-like format", OPTIONS);
    }

    @Override
    int run(Call call) {
        String given = call.value("L").orElse("1000");
        if (!given.matches("[1-9][0-9]{0,5}")) {
            throw call.failure("Invalid level, must be greater than 0.");
        }
        Drawing drawing = new Drawing(call, Integer.parseInt(given));
        for (String start : call.operands().isEmpty() ? List.of(".") : call.operands()) {
            drawing.start(start);
        }
        if (!call.has("noreport")) {
            drawing.report();
        }
        return call.status();
    }

    /** What has been drawn so far. */
    private static final class Drawing {
        private final Call call;
        private final int levels;
        private int directories;
        private int files;

        Drawing(Call call, int levels) {
            this.call = call;
            this.levels = levels;
        }

        void start(String start) {
            if (!call.files().isDirectory(start)) {
                call.println(start + "  [error opening dir]");
                call.noteStatus(2);
                return;
            }
            call.println(start);
            directories++;
            inside(start, "", 1);
        }

        private void inside(String directory, String margin, int level) {
            if (level > levels) {
                return;
            }
            List<String> names = names(directory);
            for (int i = 0; i < names.size(); i++) {
                entry(directory, names.get(i), margin, i == names.size() - 1, level);
            }
        }

        private List<String> names(String directory) {
            try {
                return call.files().list(directory).stream()
                        .filter(name -> call.has("a") || !name.startsWith("."))
                        .filter(name -> !call.has("d") || call.files().isDirectory(LsEntry.join(directory, name)))
                        .toList();
            } catch (NetException e) {
                return List.of();
            }
        }

        private void entry(String directory, String name, String margin, boolean last, int level) {
            String path = LsEntry.join(directory, name);
            FileStatus status = call.files().linkStatus(path);
            String branch = call.has("i") ? "" : margin + (last ? "└── " : "├── ");
            String target = status.type() == FileStatus.Type.LINK
                    ? " -> " + call.files().readLink(path)
                    : call.has("F") && status.isDirectory() ? "/" : "";
            call.println(branch + (call.has("f") ? path : name) + target);
            if (status.isDirectory()) {
                directories++;
                inside(path, margin + (last ? "    " : "│   "), level + 1);
            } else {
                files++;
            }
        }

        void report() {
            String counted = directories + (directories == 1 ? " directory" : " directories");
            call.println("\n" + counted + (call.has("d") ? "" : ", " + files + (files == 1 ? " file" : " files")));
        }
    }
}
