package org.vethlab.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vethlab.fuzz.Family;
import org.vethlab.fuzz.Fuzzer;
import org.vethlab.fuzz.HostLinux;
import org.vethlab.fuzz.Linux;
import org.vethlab.fuzz.UserModeLinux;

/** The words of {@code vethlab fuzz}. */
record FuzzOptions(Map<String, String> values, boolean shrinks) {
    private static final List<String> NAMES =
            List.of("--against", "--family", "--jobs", "--junk", "--keep", "--kernel", "--scripts", "--seed");

    /** @throws UsageException for words that cannot be meant */
    static FuzzOptions parse(List<String> words) {
        Map<String, String> values = new HashMap<>();
        boolean shrinks = true;
        for (int i = 0; i < words.size(); i++) {
            String option = words.get(i);
            if (option.equals("--no-shrink")) {
                shrinks = false;
            } else if (NAMES.contains(option) && i + 1 < words.size()) {
                values.put(option, words.get(++i));
            } else {
                throw new UsageException("there is no option '" + option + "', or it wants a value; there are: "
                        + String.join(", ", NAMES) + ", --no-shrink");
            }
        }
        return new FuzzOptions(values, shrinks);
    }

    /** How many junk scripts to run, instead of comparing sensible ones. */
    int junk() {
        return number("--junk", 0);
    }

    int seed() {
        return number("--seed", 1);
    }

    Fuzzer.Plan plan() {
        if (!value("--against", "linux").equals("linux")) {
            throw new UsageException("--against is linux, not '" + values.get("--against") + "'");
        }
        return new Fuzzer.Plan(
                kernel(),
                Optional.ofNullable(values.get("--family")).map(Family::parse).orElse(List.of(Family.values())),
                seed(),
                number("--scripts", 20),
                number("--jobs", 2),
                Optional.ofNullable(values.get("--keep")).map(Path::of),
                shrinks);
    }

    private Linux kernel() {
        return switch (value("--kernel", "host")) {
            case "host" -> new HostLinux();
            case "uml" -> new UserModeLinux();
            default -> throw new UsageException("--kernel is host or uml, not '" + values.get("--kernel") + "'");
        };
    }

    private String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    private int number(String name, int otherwise) {
        String word = value(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new UsageException(name + " wants a number, not '" + word + "'");
        }
    }
}
