package org.vethlab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vethlab.live.LiveSupport;
import org.vethlab.transcript.Answer;
import org.vethlab.transcript.Command;
import org.vethlab.transcript.CommandScript;
import org.vethlab.transcript.Simulation;

/** Random scripts: made from a seed, compared, cut down. */
class FuzzerTest {
    private static final int SCRIPTS = 10;
    private static final int SEED = 1;

    /** A Linux that answers as the simulator does, but for one command, which it only answers after another. */
    private static final class WrongAfterUp implements Linux {
        @Override
        public Optional<String> print(CommandScript script) {
            String printed = new Simulation(script, 1).run();
            int up = printed.indexOf("set d0 up");
            return Optional.of(up < 0 ? printed : printed.replaceAll("(?m)^here$", "there"));
        }

        @Override
        public String release() {
            return "none";
        }
    }

    private static CommandScript script(String... lines) {
        return CommandScript.parse(List.of(lines));
    }

    @Test
    void aSeedMakesTheSameScriptAgainAndAnotherSeedAnotherOne() {
        ScriptGenerator generator = new ScriptGenerator(List.of(Family.values()));
        CommandScript first = generator.script(SEED);
        assertThat(new ScriptGenerator(List.of(Family.values())).script(SEED)).isEqualTo(first);
        assertThat(generator.script(SEED + 1)).isNotEqualTo(first);
    }

    @Test
    void everyFamilyMakesCommandsThatTheSimulatorKnows() {
        for (Family family : Family.values()) {
            CommandScript script = new ScriptGenerator(List.of(family)).script(SEED);
            Map<Integer, Answer> answers = TimedSimulation.answers(script);
            assertThat(answers).as(family.file()).hasSameSizeAs(script.compared());
        }
    }

    @Test
    void aDifferenceIsCutDownToTheCommandsThatItTakes() {
        CommandScript script = script(
                "ip link add d0 type veth peer name d1",
                "echo before",
                "echo ip link set d0 up; ip link set d0 up",
                "ip route",
                "echo here",
                "echo after");
        Linux linux = new WrongAfterUp();
        Comparison found = Comparison.of(script, linux).orElseThrow();
        assertThat(found.differences()).extracting(Difference::number).containsExactly(4);
        Comparison shortest =
                new Shrinker(linux).shrink(found, found.differences().get(0));
        assertThat(shortest.script().commands())
                .extracting(Command::text)
                .containsExactly("echo ip link set d0 up; ip link set d0 up", "echo here");
    }

    @Test
    @Timeout(300)
    void aFewRandomScriptsAnswerAsLinuxDoes() {
        List<String> obstacles = LiveSupport.obstacles();
        assumeTrue(obstacles.isEmpty(), () -> String.join("; ", obstacles));
        List<String> told = new ArrayList<>();
        Fuzzer.Plan plan = new Fuzzer.Plan(
                new HostLinux(), List.of(Family.values()), SEED, SCRIPTS, SCRIPTS, Optional.empty(), false);
        Fuzzer fuzzer = new Fuzzer(plan, told::add);
        int differing = fuzzer.run();
        assertThat(fuzzer.compared()).isGreaterThan(100);
        assertThat(differing)
                .as("commands of seeds from %d that differ:%n%s", SEED, String.join("", told))
                .isLessThanOrEqualTo(fuzzer.compared() / 20);
    }
}
