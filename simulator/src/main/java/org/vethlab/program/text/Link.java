package org.vethlab.program.text;

import java.util.List;
import org.vethlab.net.Errno;
import org.vethlab.program.CommandException;

/** {@code link} of coreutils, which answers who forgets the {@code ip} before it. */
public final class Link extends TextTool {
    public Link() {
        super("link", "call the link function to create a link to a file", OptionTable.of());
    }

    @Override
    public List<String> notSimulated() {
        return List.of("link FILE1 FILE2");
    }

    @Override
    int run(Call call) {
        List<String> files = call.operands();
        if (files.size() < 2) {
            throw call.misuse(
                    files.isEmpty() ? "missing operand" : "missing operand after " + Call.quote(files.get(0)));
        }
        if (files.size() > 2) {
            throw call.misuse("extra operand " + Call.quote(files.get(2)));
        }
        if (call.files().exists(files.get(0)) && !call.files().exists(files.get(1))) {
            throw CommandException.notSimulated("link FILE1 FILE2");
        }
        Errno why = call.files().exists(files.get(0)) ? Errno.EEXIST : Errno.ENOENT;
        call.warn("cannot create link '" + files.get(1) + "' to '" + files.get(0) + "': " + why.text());
        return 1;
    }
}
