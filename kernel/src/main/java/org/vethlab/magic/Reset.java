package org.vethlab.magic;

/** {@code %reset}: an empty lab. The variables of Java cells stay. */
final class Reset implements Magic {
    @Override
    public String name() {
        return "reset";
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
        return "throw the lab away and start with an empty one";
    }

    @Override
    public void run(Call call, LabSession session, Screen screen) {
        call.takesNothing();
        session.reset();
        session.lab();
        screen.out("an empty lab\n");
    }
}
