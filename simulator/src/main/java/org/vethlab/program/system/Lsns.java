package org.vethlab.program.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.vethlab.net.Namespace;
import org.vethlab.process.Machine;
import org.vethlab.process.Process;
import org.vethlab.program.CommandException;
import org.vethlab.program.Context;
import org.vethlab.program.GetOpt;
import org.vethlab.program.Program;

/** lsns(8) of util-linux 2.38. */
public final class Lsns implements Program {
    private static final List<String> LONG_NAMES = List.of(
            "json=J",
            "task=p",
            "help=h",
            "output=o",
            "output-all",
            "notruncate=u",
            "version=V",
            "noheadings=n",
            "list=l",
            "raw=r",
            "type=t",
            "tree::",
            "nowrap=W");
    private static final List<String> TYPES = List.of("mnt", "net", "ipc", "user", "pid", "uts", "cgroup", "time");
    private static final List<String> RIGHT = List.of("NS", "NPROCS", "PID", "PPID", "UID", "NETNSID");
    private static final List<String> COLUMNS =
            List.of("NS", "TYPE", "PATH", "NPROCS", "PID", "PPID", "COMMAND", "UID", "USER", "NETNSID", "NSFS");

    /** A namespace, the processes in it in order of their numbers, and under which other row it hangs. */
    private record Row(long inode, String type, List<Process> processes, Optional<Row> parent) {
        Process leader() {
            return processes.get(0);
        }
    }

    @Override
    public String name() {
        return "lsns";
    }

    @Override
    public String summary() {
        return "list namespaces";
    }

    @Override
    public int run(Context context) {
        GetOpt.Result words =
                new GetOpt("lsns", "JlrnT::Wt:p:o:uhV", LONG_NAMES).tryHelp(1).parse(context.arguments());
        String type = words.last("t").orElse("");
        if (!type.isEmpty() && !TYPES.contains(type)) {
            return context.fail(1, "lsns: unknown namespace type: " + type);
        }
        List<String> columns = columns(words, type);
        List<Row> rows = new ArrayList<>();
        for (Row row : all(context, type)) {
            boolean ofTask = words.last("p").map(pid -> holds(row, pid)).orElse(true);
            if (ofTask && (words.operands().isEmpty() || words.operands().contains(Long.toString(row.inode())))) {
                rows.add(row);
            }
        }
        if (rows.isEmpty() && !words.operands().isEmpty()) {
            return context.fail(
                    1, "lsns: not found namespace: " + words.operands().get(0));
        }
        boolean tree = !words.has("l") && !words.has("p") && words.operands().isEmpty();
        context.out().print(text(context, tree ? inTreeOrder(rows) : rows, columns, words, tree));
        return 0;
    }

    private static List<String> columns(GetOpt.Result words, String type) {
        if (words.has("o")) {
            List<String> columns = List.of(
                    words.last("o").orElseThrow().toUpperCase(Locale.ROOT).split(","));
            for (String column : columns) {
                if (!COLUMNS.contains(column)) {
                    throw new CommandException(
                            1, "lsns: unknown column: " + words.last("o").orElseThrow());
                }
            }
            return columns;
        }
        return type.equals("net")
                ? List.of("NS", "TYPE", "NPROCS", "PID", "USER", "NETNSID", "NSFS", "COMMAND")
                : List.of("NS", "TYPE", "NPROCS", "PID", "USER", "COMMAND");
    }

    private static boolean holds(Row row, String pid) {
        return row.processes().stream()
                .anyMatch(process -> Integer.toString(process.pid()).equals(pid));
    }

    /** In the order of their inode numbers; a row hangs under the last one of the nearest ancestor of its leader. */
    private static List<Row> all(Context context, String onlyType) {
        Machine machine = context.process().machine();
        Map<Long, List<Process>> members = new TreeMap<>();
        Map<Long, String> types = new TreeMap<>();
        for (Process process : machine.processes()) {
            for (String type : onlyType.isEmpty() ? TYPES : List.of(onlyType)) {
                if (!process.state().isOver()) {
                    String link = context.files().readLink("/proc/" + process.pid() + "/ns/" + type);
                    long inode = Long.parseLong(link.substring(type.length() + 2, link.length() - 1));
                    members.computeIfAbsent(inode, key -> new ArrayList<>()).add(process);
                    types.put(inode, type);
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        Map<Integer, Row> rowOf = new TreeMap<>();
        members.forEach((inode, processes) -> {
            Row row =
                    new Row(inode, types.getOrDefault(inode, ""), processes, parent(machine, rowOf, processes.get(0)));
            rows.add(row);
            rowOf.put(row.leader().pid(), row);
        });
        return rows;
    }

    private static Optional<Row> parent(Machine machine, Map<Integer, Row> rowOf, Process leader) {
        for (Optional<Process> ancestor = machine.process(leader.parentPid());
                ancestor.isPresent();
                ancestor = machine.process(ancestor.get().parentPid())) {
            Row row = rowOf.get(ancestor.get().pid());
            if (row != null) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static List<Row> inTreeOrder(List<Row> rows) {
        List<Row> ordered = new ArrayList<>();
        rows.stream()
                .filter(row -> row.parent().filter(rows::contains).isEmpty())
                .forEach(root -> addBelow(root, rows, ordered));
        return ordered;
    }

    private static void addBelow(Row row, List<Row> rows, List<Row> ordered) {
        ordered.add(row);
        children(row, rows).forEach(child -> addBelow(child, rows, ordered));
    }

    private static List<Row> children(Row row, List<Row> rows) {
        return rows.stream()
                .filter(child -> child.parent()
                        .filter(parent -> parent.inode() == row.inode())
                        .isPresent())
                .toList();
    }

    private static String text(
            Context context, List<Row> rows, List<String> columns, GetOpt.Result words, boolean tree) {
        List<List<String>> cells = new ArrayList<>();
        if (!words.has("n")) {
            cells.add(columns);
        }
        for (Row row : rows) {
            cells.add(columns.stream()
                    .map(column ->
                            (tree && column.equals("COMMAND") ? branch(row, rows) : "") + cell(context, row, column))
                    .toList());
        }
        return words.has("r") ? raw(cells) : padded(cells, columns);
    }

    private static String branch(Row row, List<Row> rows) {
        Optional<Row> parent = row.parent().filter(rows::contains);
        if (parent.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(isLast(row, parent.get(), rows) ? "└─" : "├─");
        Row above = parent.get();
        for (Optional<Row> next = above.parent().filter(rows::contains);
                next.isPresent();
                next = above.parent().filter(rows::contains)) {
            text.insert(0, isLast(above, next.get(), rows) ? "  " : "│ ");
            above = next.get();
        }
        return text.toString();
    }

    private static boolean isLast(Row row, Row parent, List<Row> rows) {
        List<Row> siblings = children(parent, rows);
        return siblings.get(siblings.size() - 1).inode() == row.inode();
    }

    private static String cell(Context context, Row row, String column) {
        Process leader = row.leader();
        return switch (column) {
            case "NS" -> Long.toString(row.inode());
            case "TYPE" -> row.type();
            case "PATH" -> "/proc/" + leader.pid() + "/ns/" + row.type();
            case "NPROCS" -> Integer.toString(row.processes().size());
            case "PID" -> Integer.toString(leader.pid());
            case "PPID" -> Integer.toString(leader.parentPid());
            case "COMMAND" -> String.join(" ", leader.commandLine());
            case "UID" -> "0";
            case "USER" -> "root";
            case "NETNSID" -> row.type().equals("net") ? netnsid(context, leader.net()) : "";
            case "NSFS" -> row.type().equals("net") ? nsfs(context, leader.net()) : "";
            default -> "";
        };
    }

    private static String netnsid(Context context, Namespace net) {
        OptionalInt id = context.net().idOf(net);
        return id.isPresent() ? Integer.toString(id.getAsInt()) : "unassigned";
    }

    private static String nsfs(Context context, Namespace net) {
        List<String> names = context.process().machine().namedNamespaces().namesOf(net);
        return names.isEmpty() ? "" : "/run/netns/" + names.get(names.size() - 1);
    }

    private static String raw(List<List<String>> cells) {
        StringBuilder text = new StringBuilder();
        cells.forEach(row -> text.append(String.join(" ", row)).append('\n'));
        return text.toString();
    }

    private static String padded(List<List<String>> cells, List<String> columns) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : cells) {
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = cells.stream()
                        .mapToInt(other -> other.get(column).length())
                        .max()
                        .orElse(0);
                boolean right = RIGHT.contains(columns.get(i));
                String blanks = " ".repeat(width - row.get(i).length());
                text.append(i == 0 ? "" : " ").append(right ? blanks : "").append(row.get(i));
                text.append(right || i == row.size() - 1 ? "" : blanks);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
