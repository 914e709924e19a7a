package org.vethlab.program.text;

/** {@code mv} of coreutils. */
public final class Mv extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of("f|force", "i|interactive", "n|no-clobber", "v|verbose");

    public Mv() {
        super("mv", "move (rename) files", OPTIONS);
    }

    @Override
    int run(Call call) {
        CopyTarget target = CopyTarget.of(call);
        target.each(call, "cannot stat", (source, path) -> move(call, source, path));
        return call.status();
    }

    private static void move(Call call, String source, String target) {
        if (call.has("n") && call.files().exists(target)) {
            return;
        }
        call.files().rename(source, target);
        if (call.has("v")) {
            call.println("renamed '" + source + "' -> '" + target + "'");
        }
    }
}
