package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** {@code shuf} of coreutils, with the machine's seeded randomness. */
public final class Shuf extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("e|echo", "i:|input-range:", "n:|head-count:", "r|repeat", "z|zero-terminated");

    public Shuf() {
        super("shuf", "generate random permutations", OPTIONS);
    }

    @Override
    int run(Call call) {
        List<String> lines = lines(call);
        SplittableRandom random =
                call.context().process().machine().world().random().split();
        for (int i = lines.size() - 1; i > 0; i--) {
            Collections.swap(lines, i, random.nextInt(i + 1));
        }
        String given = call.value("n").orElse(Integer.toString(call.has("r") ? 1 : lines.size()));
        long count = Counts.parse(given).orElseThrow(() -> call.failure("invalid line count: " + Call.quote(given)));
        for (long i = 0; i < count && !lines.isEmpty(); i++) {
            if (!call.has("r") && i >= lines.size()) {
                break;
            }
            int index = call.has("r") ? random.nextInt(lines.size()) : (int) i;
            call.print(lines.get(index) + (call.has("z") ? "\0" : "\n"));
        }
        return call.status();
    }

    private static List<String> lines(Call call) {
        if (call.has("e")) {
            return new ArrayList<>(call.operands());
        }
        if (call.value("i").isPresent()) {
            return range(call, call.value("i").get());
        }
        List<String> lines = new ArrayList<>();
        call.withInput(call.inputs().get(0), (name, in) -> {
            LineReader reader = new LineReader(in, call.has("z") ? 0 : '\n');
            for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        });
        return lines;
    }

    private static List<String> range(Call call, String text) {
        if (!text.matches("[0-9]{1,7}-[0-9]{1,7}")) {
            throw call.failure("invalid input range: " + Call.quote(text));
        }
        String[] ends = text.split("-");
        List<String> numbers = new ArrayList<>();
        for (int number = Integer.parseInt(ends[0]); number <= Integer.parseInt(ends[1]); number++) {
            numbers.add(Integer.toString(number));
        }
        return numbers;
    }
}
