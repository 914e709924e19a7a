package org.vethlab.program.text;

import java.util.Optional;
import org.vethlab.program.Context;

/** {@code fold} of coreutils. */
public final class Fold extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("b|bytes", "s|spaces", "w:|width:");

    public Fold() {
        super("fold", "wrap each input line to fit in specified width", OPTIONS);
    }

    /** {@code fold -20} is {@code fold -w 20}. */
    @Override
    java.util.List<String> words(Context context) {
        return context.arguments().stream()
                .map(word -> word.matches("-[0-9]+") ? "-w" + word.substring(1) : word)
                .toList();
    }

    @Override
    int run(Call call) {
        String given = call.value("w").orElse("80");
        if (!given.matches("[0-9]{1,9}")) {
            throw call.failure("invalid number of columns: " + Call.quote(given));
        }
        int width = Integer.parseInt(given);
        if (width == 0) {
            throw call.failure("invalid number of columns: ‘0’: Numerical result out of range");
        }
        return call.eachInput((name, in) -> {
            LineReader reader = new LineReader(in);
            for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
                String folded = fold(line.get(), width, call.has("s"), call.has("b"));
                call.print(reader.terminated() ? folded + "\n" : folded);
            }
        });
    }

    private static String fold(String line, int width, boolean atSpaces, boolean bytes) {
        StringBuilder folded = new StringBuilder();
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            row.append(line.charAt(i));
            if (column(row, bytes) <= width) {
                continue;
            }
            int space = atSpaces ? row.substring(0, row.length() - 1).lastIndexOf(' ') : -1;
            int end = space >= 0 ? space + 1 : Math.max(1, row.length() - 1);
            folded.append(row, 0, end).append('\n');
            row.delete(0, end);
        }
        return folded.append(row).toString();
    }

    private static int column(CharSequence row, boolean bytes) {
        int column = 0;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (!bytes && c == '\t') {
                column = (column / 8 + 1) * 8;
            } else if (!bytes && c == '\b') {
                column = Math.max(0, column - 1);
            } else {
                column = !bytes && c == '\r' ? 0 : column + 1;
            }
        }
        return column;
    }
}
