package org.vethlab.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** The file descriptors of a process. */
public final class Descriptors {
    private final TreeMap<Integer, OpenFile> files = new TreeMap<>();

    public Optional<OpenFile> get(int number) {
        return Optional.ofNullable(files.get(number));
    }

    /** Lets {@code number} mean {@code file}; what it meant before is closed (dup2(2)). */
    public void put(int number, OpenFile file) {
        file.retain();
        OpenFile before = files.put(number, file);
        if (before != null) {
            before.release();
        }
    }

    /** dup2(2). @throws NetException EBADF */
    public void duplicate(int from, int to) {
        put(to, get(from).orElseThrow(() -> new NetException(Errno.EBADF)));
    }

    /** close(2); of no effect on a number that is not open. */
    public void close(int number) {
        OpenFile file = files.remove(number);
        if (file != null) {
            file.release();
        }
    }

    /** The lowest free number from {@code first} on. */
    public int free(int first) {
        int number = first;
        while (files.containsKey(number)) {
            number++;
        }
        return number;
    }

    /** The open numbers in order. */
    public List<Integer> numbers() {
        return new ArrayList<>(files.keySet());
    }

    void copyFrom(Descriptors other) {
        for (Map.Entry<Integer, OpenFile> entry : other.files.entrySet()) {
            put(entry.getKey(), entry.getValue());
        }
    }

    void closeAll() {
        numbers().forEach(this::close);
    }
}
