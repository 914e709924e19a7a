package org.vethlab.cli;

import java.util.List;

/** {@code vethlab install}: writes the kernelspec. */
final class Install implements Verb {
    @Override
    public String name() {
        return "install";
    }

    @Override
    public String usage() {
        return "[--prefix DIR]";
    }

    @Override
    public String summary() {
        return "make the kernel known to the Jupyter on this machine";
    }

    @Override
    public int run(List<String> arguments) {
        throw new UsageException("not yet");
    }
}
