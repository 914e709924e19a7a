package org.vethlab.program.text;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vethlab.process.FileStatus;

/** How {@code ls} orders and shows entries. */
final class LsFormat {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int BLOCK = 4096;

    private final Call call;

    LsFormat(Call call) {
        this.call = call;
    }

    List<LsEntry> sorted(List<LsEntry> entries) {
        if (call.has("U")) {
            return entries;
        }
        Comparator<LsEntry> order = Comparator.comparing(LsEntry::name);
        if (call.has("S")) {
            order = Comparator.comparingLong((LsEntry entry) -> -entry.status().size())
                    .thenComparing(order);
        } else if (call.has("t")) {
            order = Comparator.comparingLong((LsEntry entry) -> -entry.status().modified())
                    .thenComparing(order);
        }
        List<LsEntry> sorted = new ArrayList<>(entries);
        sorted.sort(call.has("r") ? order.reversed() : order);
        return sorted;
    }

    /** The line that heads a long listing: how many kibibytes the files take. */
    void total(List<LsEntry> entries) {
        if (Ls.isLong(call)) {
            long blocks =
                    entries.stream().mapToLong(entry -> blocks(entry.status())).sum();
            call.println("total " + blocks * BLOCK / 1024);
        }
    }

    private static long blocks(FileStatus status) {
        return status.type() == FileStatus.Type.REGULAR ? (status.size() + BLOCK - 1) / BLOCK : 0;
    }

    void print(List<LsEntry> entries) {
        int links = width(entries, entry -> Integer.toString(entry.status().links()));
        int sizes = width(entries, entry -> size(entry.status()));
        for (LsEntry entry : sorted(entries)) {
            String inode = call.has("i") ? entry.status().inode() + " " : "";
            call.println(inode + (Ls.isLong(call) ? longLine(entry, links, sizes) : entry.name() + mark(entry)));
        }
    }

    private interface Column {
        String of(LsEntry entry);
    }

    private static int width(List<LsEntry> entries, Column column) {
        return entries.stream()
                .mapToInt(entry -> column.of(entry).length())
                .max()
                .orElse(1);
    }

    private String longLine(LsEntry entry, int links, int sizes) {
        FileStatus status = entry.status();
        String owner = call.has("n") ? "0 0" : "root root";
        String target =
                status.type() == FileStatus.Type.LINK ? " -> " + call.files().readLink(entry.path()) : mark(entry);
        return String.format(
                "%s %" + links + "d %s %" + sizes + "s %s %s%s",
                permissions(status),
                status.links(),
                owner,
                size(status),
                DATE.format(call.date(status.modified())),
                entry.name(),
                target);
    }

    private String size(FileStatus status) {
        if (!call.has("h") || status.size() < 1024) {
            return Long.toString(status.size());
        }
        double size = status.size();
        int unit = -1;
        while (size >= 1024) {
            size /= 1024;
            unit++;
        }
        double shown = Math.ceil(size * 10) / 10;
        String text = shown < 10 ? String.format("%.1f", shown) : Long.toString((long) Math.ceil(size));
        return text + "KMGT".charAt(unit);
    }

    private String mark(LsEntry entry) {
        FileStatus status = entry.status();
        if (status.isDirectory()) {
            return call.has("F") || call.has("p") ? "/" : "";
        }
        if (!call.has("F")) {
            return "";
        }
        return status.type() == FileStatus.Type.LINK ? "@" : (status.permissions() & 0111) != 0 ? "*" : "";
    }

    /** {@code drwxr-xr-x}. */
    static String permissions(FileStatus status) {
        StringBuilder text = new StringBuilder().append(status.type().letter());
        for (int bit = 8; bit >= 0; bit--) {
            text.append((status.permissions() >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return text.toString();
    }
}
