package org.vethlab.net.filter.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A set or a map with its elements (struct nft_set). */
public final class ElementSet {
    private static final long LARGEST_FILLED = 65535;

    private final SetProperties properties;
    private final String name;
    private final long handle;
    private OptionalLong size;
    private final List<SetElement> elements = new ArrayList<>();
    private final Map<List<BigInteger>, SetElement> exact = new HashMap<>();

    /** @param name empty for one that stands in a rule only */
    public ElementSet(String name, long handle, SetProperties properties) {
        this.name = name;
        this.handle = handle;
        this.properties = properties;
        this.size = properties.size();
    }

    public String name() {
        return name;
    }

    public boolean isAnonymous() {
        return name.isEmpty();
    }

    public long handle() {
        return handle;
    }

    public SetProperties properties() {
        return properties;
    }

    /** How many elements it may have. */
    public OptionalLong size() {
        return size;
    }

    /** Surprising: what rules fill gets an end with the first such rule (nft_dynset_init). */
    public void bound() {
        if (size.isEmpty()) {
            size = OptionalLong.of(LARGEST_FILLED);
        }
    }

    int dataBits() {
        return properties.dataBits();
    }

    /** In the order in which they were added. */
    public List<SetElement> elements() {
        return Collections.unmodifiableList(elements);
    }

    public void add(SetElement element) {
        elements.add(element);
        if (element.from().equals(element.until()) && !element.catchAll()) {
            exact.put(element.from(), element);
        }
    }

    public void remove(SetElement element) {
        elements.remove(element);
        exact.remove(element.from(), element);
    }

    public void clear() {
        elements.clear();
        exact.clear();
    }

    /** The elements as they are, to be put back if a transaction fails. */
    public List<SetElement> snapshot() {
        return List.copyOf(elements);
    }

    public void restore(List<SetElement> snapshot) {
        clear();
        snapshot.forEach(this::add);
    }

    /** The element that a key matches. @param now the clock's time: what has expired is gone */
    public Optional<SetElement> find(BigInteger key, long now) {
        List<BigInteger> parts = split(key);
        SetElement found = exact.get(parts);
        if (found != null && !found.isExpired(now)) {
            return Optional.of(found);
        }
        Optional<SetElement> otherwise = Optional.empty();
        for (SetElement element : elements) {
            if (element.isExpired(now)) {
                continue;
            }
            if (element.catchAll()) {
                otherwise = Optional.of(element);
            } else if (element.contains(parts)) {
                return Optional.of(element);
            }
        }
        return otherwise;
    }

    /** The same for a whole element. */
    public Optional<SetElement> same(SetElement wanted, long now) {
        return elements.stream()
                .filter(element -> !element.isExpired(now) && element.hasSameKey(wanted))
                .findFirst();
    }

    /** The element that has all keys of another. */
    public Optional<SetElement> covering(SetElement wanted, long now) {
        return elements.stream()
                .filter(element -> !element.isExpired(now)
                        && !element.catchAll()
                        && element.contains(wanted.from())
                        && element.contains(wanted.until()))
                .findFirst();
    }

    List<BigInteger> split(BigInteger key) {
        List<Integer> widths = properties.keyBits();
        if (widths.size() == 1) {
            return List.of(key);
        }
        List<BigInteger> parts = new ArrayList<>();
        int below = widths.stream().mapToInt(Integer::intValue).sum();
        for (int width : widths) {
            below -= width;
            BigInteger all = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
            parts.add(key.shiftRight(below).and(all));
        }
        return parts;
    }
}
