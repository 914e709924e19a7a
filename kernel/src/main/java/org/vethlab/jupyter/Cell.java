package org.vethlab.jupyter;

import com.google.gson.JsonObject;
import org.vethlab.lab.Place;
import org.vethlab.magic.Screen;
import org.vethlab.picture.Picture;

/** The output of one cell. It stays open: what a background job prints later still goes to the cell that started it. */
final class Cell implements Screen {
    private static final InheritableThreadLocal<Cell> CURRENT = new InheritableThreadLocal<>();

    private final Courier courier;
    private final Message request;
    private int progresses;
    private boolean progressing;
    private volatile boolean interrupted;

    Cell(Courier courier, Message request) {
        this.courier = courier;
        this.request = request;
    }

    /** The cell that runs on this thread, or that started it. */
    static java.util.Optional<Cell> current() {
        return java.util.Optional.ofNullable(CURRENT.get());
    }

    /** Makes it the current one of this thread and of those that it starts. */
    void enter() {
        CURRENT.set(this);
    }

    static void leave() {
        CURRENT.remove();
    }

    /** Who asked for it to be run. */
    Message request() {
        return request;
    }

    /** Nothing more is to begin. */
    void interrupt() {
        interrupted = true;
    }

    @Override
    public boolean isInterrupted() {
        return interrupted;
    }

    @Override
    public void out(String text) {
        courier.text(request.header(), "stdout", text);
    }

    @Override
    public void err(String text) {
        courier.text(request.header(), "stderr", text);
    }

    @Override
    public void opened(Place place) {
        out("(a terminal window opens in " + place.name() + ": here, %ns " + place.name() + " COMMAND reaches it)\n");
    }

    @Override
    public void show(Picture picture) {
        display(Bundle.of(picture));
    }

    @Override
    public synchronized void progress(String text) {
        progresses += progressing ? 0 : 1;
        display(Bundle.text(text).named(progressId(), progressing));
        progressing = true;
    }

    @Override
    public synchronized void progressEnds() {
        display(Bundle.text("").named(progressId(), true));
        progressing = false;
    }

    private String progressId() {
        return "progress " + progresses + " of " + Json.string(request.header(), "msg_id");
    }

    void display(Bundle bundle) {
        publish(bundle.isUpdate() ? "update_display_data" : "display_data", bundle.content());
    }

    void result(Bundle bundle, int executionCount) {
        JsonObject content = bundle.content();
        content.addProperty("execution_count", executionCount);
        publish("execute_result", content);
    }

    /** Empties the output. @param wait only once something new is there */
    void clear(boolean wait) {
        publish("clear_output", Json.of("wait", wait));
    }

    void error(Failure failure) {
        publish("error", failure.content());
    }

    private void publish(String type, JsonObject content) {
        courier.output(Outgoing.publish(type, request.header(), content));
    }

    /** Asks the client that ran the cell for a line. */
    void ask(String prompt, boolean password) {
        JsonObject content = Json.of("prompt", prompt, "password", password);
        courier.post(new Outgoing(
                Channel.STDIN, request.identities(), "input_request", request.header(), new JsonObject(), content));
    }

    boolean canAsk() {
        return Json.bool(request.content(), "allow_stdin", false);
    }
}
