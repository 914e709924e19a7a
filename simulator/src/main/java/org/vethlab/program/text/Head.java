package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.List;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;
import org.vethlab.program.Context;

/** {@code head} of coreutils. It reads no more than it prints, so that what follows may read on. */
public final class Head extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("n:|lines:", "c:|bytes:", "q|quiet", "q|silent", "v|verbose", "z|zero-terminated");

    public Head() {
        super("head", "output the first part of files", OPTIONS);
    }

    @Override
    List<String> words(Context context) {
        boolean file = context.arguments().stream()
                .findFirst()
                .filter(word -> word.startsWith("+"))
                .isPresent();
        return file ? context.arguments() : ObsoleteCount.rewrite(context.arguments());
    }

    @Override
    int run(Call call) {
        boolean bytes = call.options().last("n", "c").filter("c"::equals).isPresent();
        String given = call.value(bytes ? "c" : "n").orElse("10");
        boolean allBut = given.startsWith("-");
        long count = Counts.parse(allBut ? given.substring(1) : given)
                .orElseThrow(() -> call.failure("invalid number of " + (bytes ? "bytes" : "lines") + ": "
                        + Call.quote(allBut ? given.substring(1) : given)));
        Banners banners = new Banners(call);
        for (String file : call.inputs()) {
            try {
                Input in = call.open(file);
                banners.announce(file);
                new Part(call, bytes, count).copy(in, allBut);
                call.close(file, in);
            } catch (NetException e) {
                banners.complain(file, e);
            }
        }
        return call.status();
    }

    private record Part(Call call, boolean bytes, long count) {
        void copy(Input in, boolean allBut) {
            if (allBut) {
                allButLast(in);
            } else if (bytes) {
                firstBytes(in);
            } else {
                firstLines(in);
            }
        }

        private void firstBytes(Input in) {
            byte[] buffer = new byte[8192];
            long left = count;
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (n < 0) {
                    return;
                }
                call.context().out().write(buffer, 0, n);
                left -= n;
            }
        }

        private void firstLines(Input in) {
            byte delimiter = (byte) (call.has("z") ? 0 : '\n');
            byte[] one = new byte[1];
            java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
            long left = count;
            while (left > 0 && in.read(one, 0, 1) > 0) {
                line.write(one[0]);
                if (one[0] == delimiter) {
                    call.write(line.toByteArray());
                    line.reset();
                    left--;
                }
            }
            call.write(line.toByteArray());
        }

        private void allButLast(Input in) {
            byte[] all = in.readAll();
            if (bytes) {
                call.context().out().write(all, 0, (int) Math.max(0, all.length - count));
                return;
            }
            List<Integer> ends = new ArrayList<>();
            for (int i = 0; i < all.length; i++) {
                if (all[i] == (call.has("z") ? 0 : '\n') || i == all.length - 1) {
                    ends.add(i + 1);
                }
            }
            int keep = (int) Math.max(0, ends.size() - count);
            call.context().out().write(all, 0, keep == 0 ? 0 : ends.get(keep - 1));
        }
    }
}
