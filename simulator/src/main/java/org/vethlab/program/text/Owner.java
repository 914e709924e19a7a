package org.vethlab.program.text;

import java.util.List;
import org.vethlab.net.NetException;

/** {@code chown} and {@code chgrp} of coreutils: all files are root's and stay so. */
public final class Owner extends TextTool {
    private static final OptionTable OPTIONS =
            OptionTable.of("R|recursive", "v|verbose", "c|changes", "f|silent", "h|no-dereference", "|reference:");

    /** @param name chown or chgrp */
    public Owner(String name) {
        super(name, name.equals("chown") ? "change file owner and group" : "change group ownership", OPTIONS);
    }

    @Override
    int run(Call call) {
        List<String> words = call.operands();
        if (words.size() < 2) {
            throw call.misuse(words.isEmpty() ? "missing operand" : "missing operand after ‘" + words.get(0) + "’");
        }
        boolean known = words.get(0).matches("(root|0|nobody|65534)?([:.](root|0|nogroup|65534)?)?");
        if (!known) {
            String kind = name().equals("chown") && !words.get(0).startsWith(":") ? "user" : "group";
            throw call.failure("invalid " + kind + ": ‘" + words.get(0) + "’");
        }
        for (String file : words.subList(1, words.size())) {
            try {
                call.files().linkStatus(file);
            } catch (NetException e) {
                call.warn("cannot access '" + file + "': " + e.errno().text());
            }
        }
        return call.status();
    }
}
