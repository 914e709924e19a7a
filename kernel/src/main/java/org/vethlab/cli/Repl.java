package org.vethlab.cli;

import java.util.List;

/** {@code vethlab repl}: the terminal face. */
final class Repl implements Verb {
    @Override
    public String name() {
        return "repl";
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "a prompt on a fresh lab";
    }

    @Override
    public int run(List<String> arguments) {
        throw new UsageException("not yet");
    }
}
