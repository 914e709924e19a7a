package org.vethlab.program.text;

import java.util.List;
import org.vethlab.net.Errno;
import org.vethlab.net.NetException;

/** Where {@code cp}, {@code mv} and {@code ln} put things: the last operand, or inside it if it is a directory. */
record CopyTarget(String path, boolean isDirectory) {
    /** @throws org.vethlab.program.CommandException when operands are missing, or many go to what is no directory */
    static CopyTarget of(Call call) {
        List<String> operands = call.operands();
        if (operands.isEmpty()) {
            throw call.misuse("missing file operand");
        }
        if (operands.size() == 1) {
            throw call.misuse("missing destination file operand after '" + operands.get(0) + "'");
        }
        String last = operands.get(operands.size() - 1);
        boolean directory = call.files().isDirectory(last);
        if (!directory && operands.size() > 2) {
            Errno errno = call.files().exists(last) ? Errno.ENOTDIR : Errno.ENOENT;
            throw call.failure("target '" + last + "'" + ": " + errno.text());
        }
        return new CopyTarget(last, directory);
    }

    String forSource(String source) {
        return isDirectory ? LsEntry.join(path, Basename.lastPart(source)) : path;
    }

    /** What each of the sources goes through; a failure is told and the next one follows. */
    interface Step {
        void apply(String source, String target);
    }

    /** @param verb what a complaint says could not be done: {@code cannot stat} */
    void each(Call call, String verb, Step step) {
        for (String source : call.operands().subList(0, call.operands().size() - 1)) {
            try {
                call.files().linkStatus(source);
                step.apply(source, forSource(source));
            } catch (NetException e) {
                call.warn(verb + " '" + source + "': " + e.errno().text());
            }
        }
    }
}
