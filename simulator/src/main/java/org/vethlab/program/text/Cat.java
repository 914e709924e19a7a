package org.vethlab.program.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.vethlab.process.Input;

/** {@code cat} of coreutils. */
public final class Cat extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "b|number-nonblank",
            "n|number",
            "s|squeeze-blank",
            "v|show-nonprinting",
            "E|show-ends",
            "T|show-tabs",
            "A|show-all",
            "e",
            "t",
            "u");

    public Cat() {
        super("cat", "concatenate files and print on the standard output", OPTIONS);
    }

    @Override
    int run(Call call) {
        Filter filter = new Filter(call.options());
        return call.eachInput((name, in) -> copy(call, in, filter));
    }

    private static void copy(Call call, Input in, Filter filter) {
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer, 0, buffer.length); n >= 0; n = in.read(buffer, 0, buffer.length)) {
            call.write(filter.apply(buffer, n));
        }
    }

    /** Numbers and marks; a line may begin in one file and end in the next. */
    private static final class Filter {
        private final boolean number;
        private final boolean numberNonblank;
        private final boolean squeeze;
        private final boolean ends;
        private final boolean tabs;
        private final boolean visible;
        private boolean lineStart = true;
        private int blankLines;
        private int lines;

        Filter(Options options) {
            numberNonblank = options.has("b");
            number = options.has("n") && !numberNonblank;
            squeeze = options.has("s");
            boolean all = options.has("A");
            ends = all || options.has("E") || options.has("e");
            tabs = all || options.has("T") || options.has("t");
            visible = all || options.has("v") || options.has("e") || options.has("t");
        }

        byte[] apply(byte[] bytes, int length) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(length);
            for (int i = 0; i < length; i++) {
                int b = bytes[i] & 0xff;
                boolean blank = lineStart && b == '\n';
                blankLines = blank ? blankLines + 1 : b == '\n' ? 0 : blankLines;
                if (squeeze && blank && blankLines > 1) {
                    continue;
                }
                if (lineStart) {
                    blankLines = blank ? blankLines : 0;
                    prefix(out, blank);
                }
                put(out, b);
                lineStart = b == '\n';
            }
            return out.toByteArray();
        }

        private void prefix(ByteArrayOutputStream out, boolean blank) {
            if (number || numberNonblank && !blank) {
                out.writeBytes(String.format("%6d\t", ++lines).getBytes(StandardCharsets.US_ASCII));
            }
        }

        private void put(ByteArrayOutputStream out, int b) {
            if (b == '\n') {
                out.writeBytes(ends ? new byte[] {'$', '\n'} : new byte[] {'\n'});
            } else if (b == '\t' ? tabs : visible) {
                out.writeBytes(show(b).getBytes(StandardCharsets.US_ASCII));
            } else {
                out.write(b);
            }
        }

        private static String show(int b) {
            String meta = b >= 128 ? "M-" : "";
            int low = b & 127;
            String shown = low == 127 ? "^?" : low < 32 ? "^" + (char) (low + 64) : String.valueOf((char) low);
            return meta + shown;
        }
    }
}
