package org.vethlab.shell.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vethlab.shell.text.RawText;

/**
 * An array by name. Its order is that of bash's hash table (hashlib.c): scripts print it, so it must be the same. The
 * table starts with 1024 buckets, hashes by FNV-1, puts new entries in front, and grows fourfold at two entries a bucket.
 */
public final class AssociativeArray {
    private static final int FIRST_SIZE = 1024;
    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 16777619;

    private @Nullable Entry[] buckets = new @Nullable Entry[FIRST_SIZE];
    private int size;

    private static final class Entry {
        final String key;
        final int hash;
        String value;

        @Nullable Entry next;

        Entry(String key, int hash, String value, @Nullable Entry next) {
            this.key = key;
            this.hash = hash;
            this.value = value;
            this.next = next;
        }
    }

    public Optional<String> get(String key) {
        return find(key).map(entry -> entry.value);
    }

    public void put(String key, String value) {
        Optional<Entry> known = find(key);
        if (known.isPresent()) {
            known.get().value = value;
            return;
        }
        if (size >= buckets.length * 2) {
            grow();
        }
        insert(key, hash(key), value);
        size++;
    }

    public void remove(String key) {
        int bucket = hash(key) & buckets.length - 1;
        Entry before = null;
        for (Entry entry = buckets[bucket]; entry != null; entry = entry.next) {
            if (entry.key.equals(key)) {
                unlink(bucket, before, entry);
                return;
            }
            before = entry;
        }
    }

    public int size() {
        return size;
    }

    public List<String> keys() {
        return entries().stream().map(entry -> entry.key).toList();
    }

    public List<String> values() {
        return entries().stream().map(entry -> entry.value).toList();
    }

    AssociativeArray copy() {
        AssociativeArray copy = new AssociativeArray();
        copy.buckets = new @Nullable Entry[buckets.length];
        copy.size = size;
        List<Entry> all = entries();
        for (int i = all.size() - 1; i >= 0; i--) {
            copy.insert(all.get(i).key, all.get(i).hash, all.get(i).value);
        }
        return copy;
    }

    private void unlink(int bucket, @Nullable Entry before, Entry entry) {
        if (before == null) {
            buckets[bucket] = entry.next;
        } else {
            before.next = entry.next;
        }
        size--;
    }

    private void insert(String key, int hash, String value) {
        int bucket = hash & buckets.length - 1;
        buckets[bucket] = new Entry(key, hash, value, buckets[bucket]);
    }

    private void grow() {
        List<Entry> all = entries();
        buckets = new @Nullable Entry[buckets.length * 4];
        all.forEach(entry -> insert(entry.key, entry.hash, entry.value));
    }

    private List<Entry> entries() {
        List<Entry> all = new ArrayList<>(size);
        for (Entry first : buckets) {
            for (Entry entry = first; entry != null; entry = entry.next) {
                all.add(entry);
            }
        }
        return all;
    }

    private Optional<Entry> find(String key) {
        for (Entry entry = buckets[hash(key) & buckets.length - 1]; entry != null; entry = entry.next) {
            if (entry.key.equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static int hash(String key) {
        int hash = FNV_OFFSET;
        for (byte b : RawText.encode(key)) {
            hash = hash * FNV_PRIME ^ b;
        }
        return hash;
    }
}
