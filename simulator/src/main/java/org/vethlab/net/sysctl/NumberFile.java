package org.vethlab.net.sysctl;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** A file with one number in it. */
record NumberFile(int mode, LongSupplier getter, LongConsumer setter, long least, long most) implements SysctlFile {
    static NumberFile of(LongSupplier getter, LongConsumer setter) {
        return new NumberFile(READ_WRITE, getter, setter, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static NumberFile readOnly(LongSupplier getter) {
        return new NumberFile(READ_ONLY, getter, number -> {}, 0, 0);
    }

    @Override
    public String read() {
        return Long.toString(getter.getAsLong());
    }

    @Override
    public void write(String text) {
        if (mode == READ_ONLY) {
            throw new NetException(Errno.EACCES);
        }
        setter.accept(Numbers.parse(text, least, most));
    }
}
