package org.vethlab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Junk scripts end, and no Java exception reaches their output. */
class JunkTest {
    private static final Path CASES = Path.of("../simulator/src/test/resources/transcripts");
    private static final long MEGABYTE = 1 << 20;

    @Test
    @Timeout(300)
    void nothingThatIsTypedBringsTheSimulatorDownOrFillsMemory() {
        List<String> told = new ArrayList<>();
        JunkRun junk = new JunkRun(CASES, told::add);
        assertThat(junk.run(1, 40)).as(String.join("", told)).isEmpty();
        long before = JunkRun.usedMemory();
        assertThat(junk.run(41, 60)).as(String.join("", told)).isEmpty();
        assertThat(JunkRun.usedMemory() - before).isLessThan(30 * MEGABYTE);
    }
}
