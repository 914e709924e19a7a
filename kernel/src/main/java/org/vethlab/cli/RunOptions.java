package org.vethlab.cli;

import java.util.List;

/** The words of {@code vethlab run}. */
record RunOptions(boolean live, long seed, String file, List<String> arguments) {
    /** @throws UsageException for words that cannot be meant */
    static RunOptions parse(List<String> words) {
        boolean live = false;
        long seed = 1;
        int next = 0;
        while (next < words.size() && words.get(next).startsWith("--")) {
            String option = words.get(next);
            String value = next + 1 < words.size() ? words.get(next + 1) : "";
            switch (option) {
                case "--backend" -> live = isLive(value);
                case "--seed" -> seed = number(value);
                default ->
                    throw new UsageException("there is no option '" + option + "'; there are: --backend, --seed");
            }
            next += 2;
        }
        if (next >= words.size()) {
            throw new UsageException("which script? Say: vethlab run FILE [ARGS…], or - for standard input");
        }
        return new RunOptions(live, seed, words.get(next), words.subList(next + 1, words.size()));
    }

    private static boolean isLive(String backend) {
        return switch (backend) {
            case "live" -> true;
            case "simulated" -> false;
            default -> throw new UsageException("--backend is simulated or live, not '" + backend + "'");
        };
    }

    private static long number(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new UsageException("--seed wants a number, not '" + word + "'");
        }
    }
}
