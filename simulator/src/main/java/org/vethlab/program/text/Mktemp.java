package org.vethlab.program.text;

import java.util.SplittableRandom;
import org.vethlab.net.NetException;

/** {@code mktemp} of coreutils. The names are drawn from the world's seeded randomness. */
public final class Mktemp extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("d|directory", "u|dry-run", "q|quiet", "p:|tmpdir:", "t", "|suffix:");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public Mktemp() {
        super("mktemp", "create a temporary file or directory", OPTIONS);
    }

    @Override
    int run(Call call) {
        boolean given = !call.operands().isEmpty();
        String template = given ? call.operands().get(0) : "tmp.XXXXXXXXXX";
        int end = template.lastIndexOf('X') + 1;
        int start = end;
        while (start > 0 && template.charAt(start - 1) == 'X') {
            start--;
        }
        if (end - start < 3) {
            throw call.failure("too few X's in template '" + template + "'");
        }
        String name = template.substring(0, start)
                + random(call, end - start)
                + template.substring(end)
                + call.value("suffix").orElse("");
        boolean inTmp = !given || call.has("p") || call.has("t");
        String path = inTmp ? LsEntry.join(call.value("p").orElse("/tmp"), name) : name;
        make(call, path, template);
        call.println(path);
        return 0;
    }

    private static void make(Call call, String path, String template) {
        try {
            if (call.has("u")) {
                return;
            }
            if (call.has("d")) {
                call.files().makeDirectory(path);
                call.files().permissions(path, 0700);
            } else {
                call.files().create(path, false).close();
                call.files().permissions(path, 0600);
            }
        } catch (NetException e) {
            String what = call.has("d") ? "directory" : "file";
            throw call.failure("failed to create " + what + " via template '" + template + "': "
                    + e.errno().text());
        }
    }

    private static String random(Call call, int length) {
        SplittableRandom random = call.context().process().machine().world().random();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
