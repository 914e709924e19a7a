package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vethlab.net.NetException;

/** {@code join} of coreutils: lines of two sorted files with the same key. */
public final class Join extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "a:",
            "e:",
            "i|ignore-case",
            "j:",
            "o:",
            "t:",
            "v:",
            "1:",
            "2:",
            "|check-order",
            "|nocheck-order",
            "|header");

    public Join() {
        super("join", "join lines of two files on a common field", OPTIONS);
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
        new Merge(call, lines(call, files.get(0), 1), lines(call, files.get(1), 2)).run();
        return call.status();
    }

    private static List<Fields> lines(Call call, String file, int side) {
        String given =
                call.value(Integer.toString(side)).or(() -> call.value("j")).orElse("1");
        long key = Counts.parse(given).stream()
                .filter(number -> number > 0)
                .findFirst()
                .orElseThrow(() -> call.failure("invalid field number: " + Call.quote(given)));
        List<Fields> lines = new ArrayList<>();
        try {
            LineReader reader = new LineReader(call.open(file));
            for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(Fields.of(line.get(), call.value("t"), (int) key, call.has("i")));
            }
        } catch (NetException e) {
            throw call.failure(file + ": " + e.errno().text());
        }
        return lines;
    }

    /** A line in its fields. */
    private record Fields(List<String> all, int keyField, String key) {
        static Fields of(String line, Optional<String> separator, int keyField, boolean ignoreCase) {
            List<String> all = separator.isPresent() && !separator.get().isEmpty()
                    ? List.of(line.split(java.util.regex.Pattern.quote(separator.get()), -1))
                    : List.of(line.strip().split("[ \t]+"));
            String key = keyField <= all.size() ? all.get(keyField - 1) : "";
            return new Fields(all, keyField, ignoreCase ? key.toLowerCase(Locale.ROOT) : key);
        }

        String shownKey() {
            return keyField <= all.size() ? all.get(keyField - 1) : "";
        }

        List<String> others() {
            List<String> others = new ArrayList<>(all);
            if (keyField <= others.size()) {
                others.remove(keyField - 1);
            }
            return others;
        }
    }

    /** The walk through both files. */
    private record Merge(Call call, List<Fields> left, List<Fields> right) {
        void run() {
            int first = 0;
            int second = 0;
            while (first < left.size() || second < right.size()) {
                int order = order(first, second);
                if (order < 0) {
                    alone(1, left.get(first++));
                } else if (order > 0) {
                    alone(2, right.get(second++));
                } else {
                    int firstEnd = end(left, first);
                    int secondEnd = end(right, second);
                    pairs(left.subList(first, firstEnd), right.subList(second, secondEnd));
                    first = firstEnd;
                    second = secondEnd;
                }
            }
        }

        private int order(int first, int second) {
            if (first == left.size() || second == right.size()) {
                return first == left.size() ? 1 : -1;
            }
            return SortOrder.bytes(left.get(first).key, right.get(second).key);
        }

        private static int end(List<Fields> lines, int from) {
            int end = from;
            while (end < lines.size() && lines.get(end).key.equals(lines.get(from).key)) {
                end++;
            }
            return end;
        }

        private void pairs(List<Fields> lefts, List<Fields> rights) {
            if (call.has("v")) {
                return;
            }
            lefts.forEach(one -> rights.forEach(other -> print(Optional.of(one), Optional.of(other))));
        }

        private void alone(int side, Fields line) {
            boolean wanted = call.options().given().stream()
                    .anyMatch(option ->
                            (option.option().equals("a") || option.option().equals("v"))
                                    && option.value()
                                            .filter(Integer.toString(side)::equals)
                                            .isPresent());
            if (wanted) {
                print(
                        side == 1 ? Optional.of(line) : Optional.empty(),
                        side == 2 ? Optional.of(line) : Optional.empty());
            }
        }

        private void print(Optional<Fields> one, Optional<Fields> other) {
            List<String> words = new ArrayList<>();
            if (call.value("o").isPresent()) {
                for (String field : call.value("o").get().split("[, ]")) {
                    words.add(field(field, one, other));
                }
            } else {
                words.add(one.or(() -> other).map(Fields::shownKey).orElse(""));
                one.ifPresent(line -> words.addAll(line.others()));
                other.ifPresent(line -> words.addAll(line.others()));
            }
            String separator = call.value("t").filter(text -> !text.isEmpty()).orElse(" ");
            call.println(String.join(separator, words));
        }

        private String field(String name, Optional<Fields> one, Optional<Fields> other) {
            String missing = call.value("e").orElse("");
            if (name.equals("0")) {
                return one.or(() -> other).map(Fields::shownKey).orElse(missing);
            }
            if (!name.matches("[12]\\.[1-9][0-9]{0,8}")) {
                throw call.failure("invalid field specifier: " + Call.quote(name));
            }
            int index = Integer.parseInt(name.substring(2));
            Optional<Fields> side = name.charAt(0) == '1' ? one : other;
            return side.filter(line -> index <= line.all.size())
                    .map(line -> line.all.get(index - 1))
                    .filter(text -> !text.isEmpty())
                    .orElse(missing);
        }
    }
}
