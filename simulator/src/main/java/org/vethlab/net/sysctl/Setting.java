package org.vethlab.net.sysctl;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.LongSupplier;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** A setting of a namespace that belongs to no device. Who reads it often keeps it: {@link #value} is a field's value. */
public final class Setting implements SysctlFile {
    private static final int LEAST_PORT = 1024;
    private static final int MOST_PORT = 65535;

    private final Definition definition;
    private String text;
    private long number;
    private Optional<LongSupplier> live = Optional.empty();

    Setting(Definition definition) {
        this.definition = definition;
        this.text = definition.initial();
        if (isNumber()) {
            this.number = Long.parseLong(text);
        }
    }

    /** Its number; 0 for a text. */
    public int value() {
        return (int) number;
    }

    boolean isInitial() {
        return text.equals(definition.initial());
    }

    String text() {
        return text;
    }

    @Override
    public int mode() {
        return definition.mode();
    }

    @Override
    public String read() {
        if (mode() == WRITE_ONLY) {
            throw new NetException(Errno.EACCES);
        }
        return live.map(count -> Long.toString(count.getAsLong())).orElse(text);
    }

    /** From now on the file tells what somebody counts. */
    public void tells(LongSupplier count) {
        live = Optional.of(count);
    }

    @Override
    public void write(String written) {
        if (mode() == READ_ONLY) {
            throw new NetException(Errno.EACCES);
        }
        switch (definition.kind()) {
            case "text" -> text = mode() == WRITE_ONLY ? "" : written.strip();
            case "vector" -> text = vector(written);
            case "ports" -> text = ports(written);
            case "bool" -> number(Numbers.parse(written, Integer.MIN_VALUE, Integer.MAX_VALUE) == 0 ? 0 : 1);
            case "int" -> number(Numbers.parse(written, Integer.MIN_VALUE, Integer.MAX_VALUE));
            default -> number(Numbers.parse(written, bound(0), bound(1)));
        }
    }

    private void number(long value) {
        number = value;
        text = Long.toString(value);
    }

    private boolean isNumber() {
        return definition.kind().equals("int")
                || definition.kind().equals("bool")
                || definition.kind().contains("..");
    }

    private long bound(int index) {
        return Long.parseLong(definition.kind().split("\\.\\.", -1)[index]);
    }

    /** Fewer numbers than there are change only the first ones. */
    private String vector(String written) {
        String[] numbers = text.split("\t", -1);
        String[] words = written.strip().split("\\s+");
        for (int i = 0; i < Math.min(words.length, numbers.length); i++) {
            numbers[i] = Long.toString(Numbers.parse(words[i], 0, Integer.MAX_VALUE));
        }
        StringJoiner joined = new StringJoiner("\t");
        for (String one : numbers) {
            joined.add(one);
        }
        return joined.toString();
    }

    /** In order, and none of the privileged ports (ipv4_local_port_range); one number alone is the first. */
    private String ports(String written) {
        String[] words = written.strip().split("\\s+");
        long to = words.length > 1
                ? Numbers.parse(words[1], 0, MOST_PORT)
                : Numbers.parse(text.split("\t")[1], 0, MOST_PORT);
        return Numbers.parse(words[0], LEAST_PORT, to) + "\t" + to;
    }
}
