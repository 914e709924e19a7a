package org.vethlab.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Chance with a seed: the same seed throws the same. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** True so many times in a hundred. */
    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** An index, each as likely as its weight. */
    int weighted(List<Integer> weights) {
        int rest = random.nextInt(weights.stream().mapToInt(Integer::intValue).sum());
        int index = 0;
        while (rest >= weights.get(index)) {
            rest -= weights.get(index);
            index++;
        }
        return index;
    }
}
