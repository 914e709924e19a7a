package org.vethlab.program.text;

import java.util.Arrays;
import java.util.Optional;
import org.vethlab.program.Context;

/** {@code expand} of coreutils: tabs to spaces. */
public final class Expand extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("i|initial", "t:|tabs:");

    public Expand() {
        super("expand", "convert tabs to spaces", OPTIONS);
    }

    @Override
    java.util.List<String> words(Context context) {
        return context.arguments().stream()
                .map(word -> word.matches("-[0-9]+(,[0-9]+)*") ? "-t" + word.substring(1) : word)
                .toList();
    }

    @Override
    int run(Call call) {
        String given = call.value("t").orElse("8");
        if (!given.matches("[0-9]+([ ,][0-9]+)*")) {
            throw call.failure(
                    "tab size contains invalid character(s): " + Call.quote(given.replaceFirst("^[0-9]+", "")));
        }
        int[] stops =
                Arrays.stream(given.split("[ ,]")).mapToInt(Integer::parseInt).toArray();
        if (stops[0] == 0) {
            throw call.failure("tab size cannot be 0");
        }
        return call.eachInput((name, in) -> {
            LineReader reader = new LineReader(in);
            for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
                String expanded = expand(line.get(), stops, call.has("i"));
                call.print(reader.terminated() ? expanded + "\n" : expanded);
            }
        });
    }

    private static String expand(String line, int[] stops, boolean initialOnly) {
        StringBuilder out = new StringBuilder();
        boolean initial = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t' && (initial || !initialOnly)) {
                out.append(" ".repeat(nextStop(out.length(), stops) - out.length()));
                continue;
            }
            initial &= c == ' ' || c == '\t';
            out.append(c);
        }
        return out.toString();
    }

    private static int nextStop(int column, int[] stops) {
        if (stops.length == 1) {
            return (column / stops[0] + 1) * stops[0];
        }
        return Arrays.stream(stops).filter(stop -> stop > column).findFirst().orElse(column + 1);
    }
}
