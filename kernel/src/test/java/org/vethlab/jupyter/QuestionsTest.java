package org.vethlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QuestionsTest {
    private final Questions questions = new Questions();

    /** A client that answers at once. */
    private final Courier courier = new Courier(messages -> messages.stream()
            .filter(message -> message.type().equals("input_request"))
            .forEach(message -> questions.answered(reply("blue"))));

    @AfterEach
    void leave() {
        courier.close();
        Cell.leave();
    }

    private static Message reply(String value) {
        return message(Json.of("value", value));
    }

    private static Message message(JsonObject content) {
        return new Message(List.of(), new JsonObject(), new JsonObject(), new JsonObject(), content);
    }

    private String readInACell(boolean canAsk) throws IOException {
        new Cell(courier, message(Json.of("allow_stdin", canAsk))).enter();
        new Thread(courier).start();
        return new BufferedReader(new InputStreamReader(questions, StandardCharsets.UTF_8)).readLine();
    }

    @Test
    void anAnswerToAnEarlierQuestionIsNoneToThis() throws IOException {
        questions.answered(reply("stale"));
        assertThat(readInACell(true)).isEqualTo("blue");
    }

    @Test
    void whoCannotBeAskedIsNotWaitedFor() {
        assertThatThrownBy(() -> readInACell(false))
                .isInstanceOf(IOException.class)
                .hasMessage("this front end cannot be asked for input");
    }
}
