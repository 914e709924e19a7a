package org.vethlab.program;

/** false(1). */
final class False implements Program {
    @Override
    public String name() {
        return "false";
    }

    @Override
    public String summary() {
        return "do nothing, unsuccessfully";
    }

    @Override
    public int run(Context context) {
        return 1;
    }
}
