package org.vethlab.program.text;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.vethlab.process.Input;

/** {@code tr} of coreutils: it works on bytes. */
public final class Tr extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
                    "c|complement", "C|complement", "d|delete", "s|squeeze-repeats", "t|truncate-set1")
            .stoppingAtOperand();

    public Tr() {
        super("tr", "translate or delete characters", OPTIONS);
    }

    @Override
    int run(Call call) {
        checkOperands(call);
        boolean delete = call.has("d");
        boolean squeeze = call.has("s");
        TrSet first = new TrSet(call, call.operands().get(0));
        boolean[] members = members(first.bytes());
        if (call.has("c") || call.has("C")) {
            for (int b = 0; b < 256; b++) {
                members[b] = !members[b];
            }
        }
        int[] translation = identity();
        boolean[] squeezed = squeeze ? members : new boolean[256];
        if (call.operands().size() > 1) {
            TrSet second = new TrSet(call, call.operands().get(1));
            if (!delete) {
                translate(call, first, second, members, translation);
            }
            squeezed = squeeze ? members(second.bytes()) : squeezed;
        }
        copy(call, delete ? members : new boolean[256], translation, squeezed);
        return call.status();
    }

    private static void checkOperands(Call call) {
        List<String> sets = call.operands();
        boolean delete = call.has("d");
        boolean squeeze = call.has("s");
        int least = delete == squeeze ? 2 : 1;
        int most = delete && !squeeze ? 1 : 2;
        if (sets.isEmpty()) {
            throw call.misuse("missing operand");
        }
        if (sets.size() < least) {
            String why = squeeze
                    ? "Two strings must be given when both deleting and squeezing repeats."
                    : "Two strings must be given when translating.";
            throw call.misuse("missing operand after " + Call.quote(sets.get(0)) + "\n" + why);
        }
        if (sets.size() > most) {
            String why = most == 1 && sets.size() == 2
                    ? "\nOnly one string may be given when deleting without squeezing repeats."
                    : "";
            throw call.misuse("extra operand " + Call.quote(sets.get(most)) + why);
        }
    }

    private static void translate(Call call, TrSet first, TrSet second, boolean[] members, int[] translation) {
        if (second.hasOtherClass() || second.hasCaseClass() && !first.hasCaseClass()) {
            throw call.failure("when translating, the only character classes that may appear in\n"
                    + "string2 are 'upper' and 'lower'");
        }
        if (call.has("c") || call.has("C")) {
            List<Integer> target = second.stretchedTo(256, false);
            int next = 0;
            for (int b = 0; b < 256; b++) {
                if (members[b]) {
                    translation[b] = target.get(next++);
                }
            }
            return;
        }
        List<Integer> source = first.bytes();
        List<Integer> target = second.stretchedTo(source.size(), call.has("t"));
        if (target.isEmpty() && !source.isEmpty() && !call.has("t")) {
            throw call.failure("when not truncating set1, string2 must be non-empty");
        }
        for (int i = 0; i < source.size() && i < target.size(); i++) {
            translation[source.get(i)] = target.get(i);
        }
    }

    private static void copy(Call call, boolean[] deleted, int[] translation, boolean[] squeezed) {
        Input in = call.context().in();
        byte[] buffer = new byte[8192];
        int last = -1;
        for (int n = in.read(buffer, 0, buffer.length); n >= 0; n = in.read(buffer, 0, buffer.length)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(n);
            for (int i = 0; i < n; i++) {
                int b = buffer[i] & 0xff;
                if (deleted[b]) {
                    continue;
                }
                int to = translation[b];
                if (to != last || !squeezed[to]) {
                    out.write(to);
                }
                last = to;
            }
            call.write(out.toByteArray());
        }
    }

    private static boolean[] members(List<Integer> bytes) {
        boolean[] members = new boolean[256];
        bytes.forEach(b -> members[b] = true);
        return members;
    }

    private static int[] identity() {
        int[] identity = new int[256];
        for (int b = 0; b < 256; b++) {
            identity[b] = b;
        }
        return identity;
    }
}
