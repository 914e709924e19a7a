package org.vethlab.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    @BeforeEach
    void fill() {
        history.add(1, "1+1", "2");
        history.add(2, "%ns a ip addr", "");
        history.add(3, "1+1", "2");
        history.add(4, "%ns b ip addr", "");
    }

    private String ask(Object... request) {
        return Json.object(Json.of("r", history.answer(Json.of(request))), "r")
                .get("history")
                .toString();
    }

    @Test
    void answers() {
        assertThat(ask("hist_access_type", "tail", "n", 1)).isEqualTo("[[1,4,\"%ns b ip addr\"]]");
        assertThat(ask("hist_access_type", "range", "start", 1, "stop", 2, "output", true))
                .isEqualTo("[[1,1,[\"1+1\",\"2\"]]]");
        assertThat(ask("hist_access_type", "search", "pattern", "%ns ? *", "n", 1))
                .isEqualTo("[[1,4,\"%ns b ip addr\"]]");
        assertThat(ask("hist_access_type", "search", "pattern", "1+1", "unique", true))
                .isEqualTo("[[1,3,\"1+1\"]]");
        assertThat(ask("hist_access_type", "search", "pattern", "*+1", "unique", true, "n", 1))
                .isEqualTo("[[1,3,\"1+1\"]]");
        assertThat(ask("hist_access_type", "search", "pattern", "*", "unique", true))
                .isEqualTo("[[1,2,\"%ns a ip addr\"],[1,3,\"1+1\"],[1,4,\"%ns b ip addr\"]]");
        assertThat(history.answer(new JsonObject()).get("status").getAsString()).isEqualTo("ok");
    }
}
