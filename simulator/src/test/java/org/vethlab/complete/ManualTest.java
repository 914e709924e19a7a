package org.vethlab.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.program.Programs;
import org.vethlab.program.UsageText;

/** Every program says how it is used, and takes the options that it is said to have. */
class ManualTest {
    /** Programs without a word to complete. */
    private static final List<String> WORDLESS = List.of(
            "arch",
            "clear",
            "echo",
            "expr",
            "false",
            "groups",
            "lsmod",
            "printf",
            "sync",
            "tput",
            "true",
            "tty",
            "whoami",
            "hostname");

    private static final Manual MANUAL = new Manual();

    private static Stream<String> programs() {
        return new Programs(List.of()).names().stream().filter(name -> !WORDLESS.contains(name));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everyProgramSaysHowItIsUsed(String name) {
        Usage usage = MANUAL.usage(List.of(name));
        boolean words = !usage.options().isEmpty()
                || usage.forms().stream()
                        .anyMatch(
                                form -> !form.slots().isEmpty() || !form.verbs().isEmpty());
        assertThat(words).as(name).isTrue();
    }

    private static Stream<String> withWordsOfTheirOwn() {
        return programs()
                .filter(name -> UsageText.find("words/" + name)
                        .filter(text -> !text.startsWith("See ") && text.contains("\n  -"))
                        .isPresent());
    }

    @ParameterizedTest
    @MethodSource("withWordsOfTheirOwn")
    void optionsAreNotUnknownToTheProgram(String name) {
        try (SimulatedLab lab = new SimulatedLab()) {
            List<String> refused = new ArrayList<>();
            for (Slot.Keyword option : MANUAL.usage(List.of(name)).options()) {
                boolean takesValue = option.values().stream().anyMatch(value -> !value.isGlued());
                String command = name + " " + option.word() + (takesValue ? " 1" : "") + " </dev/null 2>&1";
                String answer = printed(lab, "timeout 1 " + command);
                if (answer.matches("(?s).*(invalid option|unrecognized option|unknown option|Illegal option).*")) {
                    refused.add(command + ": " + answer.strip());
                }
            }
            assertThat(refused).isEmpty();
        }
    }

    @Test
    void anObjectMayBeCutShort() {
        assertThat(MANUAL.object("ip", "r")).contains("route");
        assertThat(MANUAL.object("ip", "neighbor")).contains("neigh");
        assertThat(MANUAL.object("bridge", "v")).contains("vlan");
        assertThat(MANUAL.object("ip", "nonsense")).isEmpty();
    }

    private static String printed(SimulatedLab lab, String script) {
        StringBuilder text = new StringBuilder();
        lab.run(Place.HOST, script, List.of(), new Lab.Sink() {
            @Override
            public void out(String more) {
                text.append(more);
            }

            @Override
            public void err(String more) {
                text.append(more);
            }
        });
        return text.toString();
    }
}
