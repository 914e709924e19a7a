package org.vethlab.magic;

/** {@code %lsmagic}: the same list as {@code %help}, by the name that other kernels use. */
final class Lsmagic implements Magic {
    @Override
    public String name() {
        return "lsmagic";
    }

    @Override
    public Form form() {
        return Form.LINE;
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String summary() {
        return "list the magics";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        call.takesNothing();
        screen.show(Magics.overview().draw());
    }
}
