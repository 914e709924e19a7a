package org.vethlab.net.sysctl;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** One number for each constant of an enum: an EnumMap that boxes nothing, for the path of packets. */
final class Values<E extends Enum<E>> {
    private final int[] numbers;

    private Values(int[] numbers) {
        this.numbers = numbers;
    }

    static <E extends Enum<E>> Values<E> of(E[] keys, ToIntFunction<E> initial) {
        return new Values<>(Arrays.stream(keys).mapToInt(initial).toArray());
    }

    Values<E> copy() {
        return new Values<>(numbers.clone());
    }

    /** All of them, in the order of the keys. */
    List<Integer> list() {
        return Arrays.stream(numbers).boxed().toList();
    }

    @SuppressWarnings("EnumOrdinal") // an array index, as in EnumMap
    int get(E key) {
        return numbers[key.ordinal()];
    }

    @SuppressWarnings("EnumOrdinal") // an array index, as in EnumMap
    void set(E key, int value) {
        numbers[key.ordinal()] = value;
    }
}
