package org.vethlab.shell.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An array by number, with gaps. */
public final class IndexedArray {
    private final TreeMap<Long, String> elements = new TreeMap<>();

    public Optional<String> get(long index) {
        return Optional.ofNullable(elements.get(fromEnd(index)));
    }

    /** @return false for a negative index before the start */
    public boolean put(long index, String value) {
        long place = fromEnd(index);
        if (place < 0) {
            return false;
        }
        elements.put(place, value);
        return true;
    }

    /** @return false for a negative index before the start */
    public boolean remove(long index) {
        long place = fromEnd(index);
        elements.remove(place);
        return place >= 0;
    }

    /** The index behind the last element. */
    public long end() {
        return elements.isEmpty() ? 0 : elements.lastKey() + 1;
    }

    public int size() {
        return elements.size();
    }

    public List<Long> keys() {
        return new ArrayList<>(elements.keySet());
    }

    public List<String> values() {
        return new ArrayList<>(elements.values());
    }

    /** The values from an index on. */
    public List<String> valuesFrom(long index) {
        return new ArrayList<>(elements.tailMap(index).values());
    }

    IndexedArray copy() {
        IndexedArray copy = new IndexedArray();
        for (Map.Entry<Long, String> element : elements.entrySet()) {
            copy.elements.put(element.getKey(), element.getValue());
        }
        return copy;
    }

    /** Negative indices count from behind the last element. */
    private long fromEnd(long index) {
        return index < 0 ? end() + index : index;
    }
}
