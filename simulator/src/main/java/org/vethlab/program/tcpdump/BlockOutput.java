package org.vethlab.program.tcpdump;

import java.io.ByteArrayOutputStream;
import org.vethlab.process.Output;

/** What stdio does with an output: it keeps what is written until a block is full, unless it is flushed before. */
final class BlockOutput {
    private static final int BLOCK = 4096;

    private final Output output;
    private final boolean immediate;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** @param immediate nothing is kept: a terminal, -l, -U */
    BlockOutput(Output output, boolean immediate) {
        this.output = output;
        this.immediate = immediate;
    }

    void write(byte[] bytes) {
        kept.writeBytes(bytes);
        if (immediate || kept.size() >= BLOCK) {
            flush();
        }
    }

    void flush() {
        byte[] bytes = kept.toByteArray();
        kept.reset();
        if (bytes.length > 0) {
            output.write(bytes, 0, bytes.length);
        }
    }

    void close() {
        flush();
        output.close();
    }
}
