package org.vethlab.program;

/** true(1). */
final class True implements Program {
    @Override
    public String name() {
        return "true";
    }

    @Override
    public String summary() {
        return "do nothing, successfully";
    }

    @Override
    public int run(Context context) {
        return 0;
    }
}
