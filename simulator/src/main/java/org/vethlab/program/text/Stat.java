package org.vethlab.program.text;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.FileStatus;

/** {@code stat} of coreutils, of files. */
public final class Stat extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("c:|format:", "f|file-system", "L|dereference", "t|terse", "|printf:");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.nnnnnnnnn Z").withZone(ZoneOffset.UTC);
    private static final String DEFAULT = """
              File: %N
              Size: %-10s\tBlocks: %-10b IO Block: %-6o %F
            Device: 0,42\tInode: %-11i Links: %h
            Access: (%04a/%A)  Uid: (    0/    root)   Gid: (    0/    root)
            Access: %x
            Modify: %y
            Change: %z
             Birth: %w
            """;

    public Stat() {
        super("stat", "display file or file system status", OPTIONS);
    }

    @Override
    public List<String> notSimulated() {
        return List.of("stat -f", "stat -t");
    }

    @Override
    int run(Call call) {
        if (call.operands().isEmpty()) {
            throw call.misuse("missing operand");
        }
        if (call.has("f") || call.has("t")) {
            throw org.vethlab.program.CommandException.notSimulated("stat -f and -t");
        }
        for (String file : call.operands()) {
            try {
                FileStatus status =
                        call.has("L") ? call.files().status(file) : call.files().linkStatus(file);
                print(call, file, status);
            } catch (NetException e) {
                call.warn("cannot statx '" + file + "': " + e.errno().text());
            }
        }
        return call.status();
    }

    private static void print(Call call, String file, FileStatus status) {
        if (call.value("printf").isPresent()) {
            String escaped = call.value("printf").get().replace("\\n", "\n").replace("\\t", "\t");
            call.print(format(call, escaped, file, status));
        } else if (call.value("c").isPresent()) {
            call.println(format(call, call.value("c").get(), file, status));
        } else {
            call.print(format(call, DEFAULT, file, status));
        }
    }

    private static String format(Call call, String format, String file, FileStatus status) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < format.length(); at++) {
            if (format.charAt(at) != '%' || at + 1 == format.length()) {
                text.append(format.charAt(at));
                continue;
            }
            int end = at + 1;
            while (end < format.length() - 1 && "-0123456789".indexOf(format.charAt(end)) >= 0) {
                end++;
            }
            String value = value(call, format.charAt(end), file, status);
            text.append(padded(format.substring(at + 1, end), value));
            at = end;
        }
        return text.toString();
    }

    private static String padded(String flags, String value) {
        if (flags.isEmpty()) {
            return value;
        }
        boolean left = flags.startsWith("-");
        String width = left ? flags.substring(1) : flags;
        String padding = (width.startsWith("0") ? "0" : " ")
                .repeat(Math.max(0, Integer.parseInt("0" + width.replace("-", "")) - value.length()));
        return left ? value + padding : padding + value;
    }

    private static String value(Call call, char letter, String file, FileStatus status) {
        return switch (letter) {
            case 'n' -> file;
            case 'N' ->
                status.type() == FileStatus.Type.LINK
                        ? file + " -> " + call.files().readLink(file)
                        : file;
            case 's' -> Long.toString(status.size());
            case 'b' -> Long.toString((status.size() + 4095) / 4096 * 8);
            case 'B' -> "512";
            case 'o' -> "4096";
            case 'i' -> Long.toString(status.inode());
            case 'h' -> Integer.toString(status.links());
            case 'a' -> Integer.toOctalString(status.permissions());
            case 'A' -> LsFormat.permissions(status);
            case 'F' -> kind(status);
            case 'u', 'g' -> "0";
            case 'U', 'G' -> "root";
            case 'x', 'y', 'z' -> DATE.format(call.date(status.modified()));
            case 'X', 'Y', 'Z' -> Long.toString(call.date(status.modified()).getEpochSecond());
            case 'w' -> "-";
            case 'W' -> "0";
            case '%' -> "%";
            default -> "?";
        };
    }

    private static String kind(FileStatus status) {
        return switch (status.type()) {
            case REGULAR -> status.size() == 0 ? "regular empty file" : "regular file";
            case DIRECTORY -> "directory";
            case LINK -> "symbolic link";
            case CHARACTER_DEVICE -> "character special file";
            case PIPE -> "fifo";
        };
    }
}
