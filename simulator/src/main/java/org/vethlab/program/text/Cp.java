package org.vethlab.program.text;

import org.vethlab.process.FileStatus;
import org.vethlab.process.Output;

/** {@code cp} of coreutils. */
public final class Cp extends TextTool {
    private static final OptionTable OPTIONS = OptionTable.of(
            "a|archive", "f|force", "i|interactive", "n|no-clobber", "p", "r|recursive", "R|recursive", "v|verbose");

    public Cp() {
        super("cp", "copy files and directories", OPTIONS);
    }

    @Override
    int run(Call call) {
        CopyTarget target = CopyTarget.of(call);
        target.each(call, "cannot stat", (source, path) -> copy(call, source, path));
        return call.status();
    }

    private static void copy(Call call, String source, String target) {
        if (!call.files().isDirectory(source)) {
            copyFile(call, source, target);
            return;
        }
        if (!call.has("r") && !call.has("R") && !call.has("a")) {
            call.warn("-r not specified; omitting directory '" + source + "'");
            return;
        }
        if (!call.files().isDirectory(target)) {
            call.files().makeDirectory(target);
        }
        say(call, source, target);
        for (String name : call.files().list(source)) {
            copy(call, LsEntry.join(source, name), LsEntry.join(target, name));
        }
    }

    private static void copyFile(Call call, String source, String target) {
        if (call.has("n") && call.files().exists(target)) {
            return;
        }
        byte[] bytes = call.files().read(source);
        FileStatus status = call.files().status(source);
        boolean made = !call.files().exists(target);
        Output output = call.files().create(target, false);
        output.write(bytes, 0, bytes.length);
        output.close();
        if (made && status.type() == FileStatus.Type.REGULAR) {
            call.files().permissions(target, status.permissions());
        }
        say(call, source, target);
    }

    private static void say(Call call, String source, String target) {
        if (call.has("v")) {
            call.println("'" + source + "' -> '" + target + "'");
        }
    }
}
