package org.vethlab.program.text;

import java.util.List;
import java.util.Optional;
import org.vethlab.net.NetException;

/** {@code comm} of coreutils: two sorted files side by side. */
public final class Comm extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "1", "2", "3", "|check-order", "|nocheck-order", "|output-delimiter:", "|total", "z|zero-terminated");

    public Comm() {
        super("comm", "compare two sorted files line by line", OPTIONS);
    }

    @Override
    int run(Call call) {
        List<String> files = call.operands();
        if (files.size() < 2) {
            throw call.misuse(
                    files.isEmpty() ? "missing operand" : "missing operand after " + Call.quote(files.get(0)));
        }
        if (files.size() > 2) {
            throw call.misuse("extra operand " + Call.quote(files.get(2)));
        }
        return new Merge(call, new Side(call, files.get(0)), new Side(call, files.get(1))).run();
    }

    /** One of the two files, and whether it is in order. */
    private static final class Side {
        private final LineReader reader;
        private Optional<String> line = Optional.empty();
        private boolean inOrder = true;

        Side(Call call, String file) {
            try {
                reader = new LineReader(call.open(file), call.has("z") ? 0 : '\n');
            } catch (NetException e) {
                throw call.failure(file + ": " + e.errno().text());
            }
            advance();
        }

        void advance() {
            Optional<String> next = reader.next();
            boolean falls = line.isPresent() && next.isPresent() && SortOrder.bytes(line.get(), next.get()) > 0;
            inOrder &= !falls;
            line = next;
        }
    }

    /** The walk through both. */
    private static final class Merge {
        private final Call call;
        private final Side[] sides;
        private final String delimiter;
        private final long[] totals = new long[4];
        private final boolean[] complained = new boolean[2];
        private boolean unpaired;

        Merge(Call call, Side first, Side second) {
            this.call = call;
            this.sides = new Side[] {first, second};
            this.delimiter = call.value("output-delimiter").orElse("\t");
        }

        int run() {
            while (sides[0].line.isPresent() || sides[1].line.isPresent()) {
                step(order());
                checkOrder();
            }
            if (call.has("total")) {
                call.println(totals[1] + delimiter + totals[2] + delimiter + totals[3] + delimiter + "total");
            }
            if (complained[0] || complained[1]) {
                call.warn("input is not in sorted order");
            }
            return call.status();
        }

        private int order() {
            if (sides[0].line.isEmpty() || sides[1].line.isEmpty()) {
                return sides[0].line.isEmpty() ? 1 : -1;
            }
            return SortOrder.bytes(sides[0].line.get(), sides[1].line.get());
        }

        private void step(int order) {
            int column = order == 0 ? 3 : order < 0 ? 1 : 2;
            unpaired |= column < 3;
            print(column, sides[column == 2 ? 1 : 0].line.orElse(""));
            if (order <= 0) {
                sides[0].advance();
            }
            if (order >= 0) {
                sides[1].advance();
            }
        }

        private void print(int column, String line) {
            totals[column]++;
            if (call.has(Integer.toString(column))) {
                return;
            }
            StringBuilder text = new StringBuilder();
            for (int before = 1; before < column; before++) {
                text.append(call.has(Integer.toString(before)) ? "" : delimiter);
            }
            call.print(text + line + (call.has("z") ? "\0" : "\n"));
        }

        /** Disorder matters, and is told once for each file, once a line had no partner. */
        private void checkOrder() {
            boolean asked = call.has("check-order") || unpaired && !call.has("nocheck-order");
            for (int side = 0; side < 2; side++) {
                if (asked && !sides[side].inOrder && !complained[side]) {
                    call.warn("file " + (side + 1) + " is not in sorted order");
                    complained[side] = true;
                    if (call.has("check-order")) {
                        throw new org.vethlab.program.CommandException(1, "");
                    }
                }
            }
        }
    }
}
