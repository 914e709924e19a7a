package org.vethlab.program.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.vethlab.net.NetException;
import org.vethlab.process.Input;
import org.vethlab.program.Context;

/** {@code tail} of coreutils. */
public final class Tail extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "n:|lines:",
            "c:|bytes:",
            "f",
            "|follow?",
            "F",
            "q|quiet",
            "q|silent",
            "v|verbose",
            "s:|sleep-interval:",
            "z|zero-terminated",
            "|retry",
            "|pid:");

    /** inotify tells the real one at once; a look every so often does as well. */
    private static final long LOOK = 50_000_000L;

    public Tail() {
        super("tail", "output the last part of files", OPTIONS);
    }

    @Override
    List<String> words(Context context) {
        return ObsoleteCount.rewrite(context.arguments());
    }

    @Override
    int run(Call call) {
        Part part = part(call);
        Banners banners = new Banners(call);
        List<Followed> followed = new ArrayList<>();
        for (String file : call.inputs()) {
            try {
                Input in = call.open(file);
                banners.announce(file);
                byte[] all = in.readAll();
                call.close(file, in);
                call.write(part.of(all));
                followed.add(new Followed(file, all.length));
            } catch (NetException e) {
                banners.complain(file, e);
            }
        }
        followed.removeIf(f -> f.file.equals("-"));
        if ((call.has("f") || call.has("F") || call.has("follow")) && !followed.isEmpty()) {
            follow(call, followed, banners);
        }
        return call.status();
    }

    private static Part part(Call call) {
        boolean bytes = call.options().last("n", "c").filter("c"::equals).isPresent();
        String given = call.value(bytes ? "c" : "n").orElse("10");
        boolean fromStart = given.startsWith("+");
        boolean signed = fromStart || given.startsWith("-");
        OptionalLong count = Counts.parse(signed ? given.substring(1) : given);
        if (count.isEmpty()) {
            throw call.failure("invalid number of " + (bytes ? "bytes" : "lines") + ": " + Call.quote(given));
        }
        return new Part(bytes, fromStart, count.getAsLong(), (byte) (call.has("z") ? 0 : '\n'));
    }

    /** Runs until a signal ends it. */
    private static void follow(Call call, List<Followed> files, Banners banners) {
        Context context = call.context();
        context.process().endless();
        Followed[] last = {files.get(files.size() - 1)};
        while (true) {
            context.sleep(LOOK);
            for (Followed one : files) {
                byte[] news = one.news(call);
                if (news.length > 0) {
                    if (one != last[0]) {
                        banners.announce(one.file);
                        last[0] = one;
                    }
                    call.write(news);
                }
            }
        }
    }

    private static final class Followed {
        private final String file;
        private int seen;

        Followed(String file, int seen) {
            this.file = file;
            this.seen = seen;
        }

        byte[] news(Call call) {
            byte[] all = call.files().exists(file) ? call.files().read(file) : new byte[0];
            if (all.length < seen) {
                call.context().err().print("tail: " + file + ": file truncated\n");
                seen = 0;
            }
            byte[] news = Arrays.copyOfRange(all, seen, all.length);
            seen = all.length;
            return news;
        }
    }

    private record Part(boolean bytes, boolean fromStart, long count, byte delimiter) {
        byte[] of(byte[] all) {
            return Arrays.copyOfRange(all, start(all), all.length);
        }

        private int start(byte[] all) {
            if (bytes) {
                long start = fromStart ? count - 1 : all.length - count;
                return (int) Math.max(0, Math.min(all.length, start));
            }
            return fromStart ? lineStart(all, count - 1) : lastLines(all);
        }

        private int lineStart(byte[] all, long line) {
            int at = 0;
            for (long skipped = 0; skipped < line && at < all.length; at++) {
                skipped += all[at] == delimiter ? 1 : 0;
            }
            return at;
        }

        private int lastLines(byte[] all) {
            if (count == 0) {
                return all.length;
            }
            long found = 0;
            for (int i = all.length - 2; i >= 0; i--) {
                found += all[i] == delimiter ? 1 : 0;
                if (found == count) {
                    return i + 1;
                }
            }
            return 0;
        }
    }
}
