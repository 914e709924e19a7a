package org.vethlab.program;

/** modprobe(8): every module that a lab can use is there already. */
final class Modprobe implements Program {
    @Override
    public String name() {
        return "modprobe";
    }

    @Override
    public String path() {
        return "/usr/sbin/modprobe";
    }

    @Override
    public String summary() {
        return "add and remove modules from the kernel";
    }

    @Override
    public int run(Context context) {
        if (context.arguments().isEmpty()) {
            return context.fail(1, "modprobe: ERROR: missing parameters. See -h.");
        }
        return 0;
    }
}
