package org.vethlab.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.program.Program;
import org.vethlab.program.Programs;
import org.vethlab.shell.Shell;

/** The page on what is not simulated, made of what the programs say of themselves. */
class NotSimulatedTest {
    private static final Path PAGE = Path.of("../docs/not-simulated.md");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private static String page() {
        StringBuilder page = new StringBuilder("# What is not simulated\n\n");
        page.append("Each of these is refused in one line that Linux would never print, `vethlab: ip xfrm is not ");
        page.append("simulated`, with status 2. The table comes from the programs themselves.\n\n");
        page.append("This page is written by `NotSimulatedTest` with `-Dgolden.update=true`, and checked by it.\n\n");
        page.append("| program | what it refuses |\n|---|---|\n");
        for (Program program : new Programs(List.of()).programs()) {
            if (!program.notSimulated().isEmpty()) {
                page.append("| ").append(program.name()).append(" | `");
                page.append(String.join("`, `", program.notSimulated())).append("` |\n");
            }
        }
        page.append("\nThese programs are known, and refused as a whole: ");
        page.append(Programs.notSimulated().stream()
                .map(program -> "`" + program.name() + "`")
                .collect(Collectors.joining(", ")));
        return page.append(".\n").toString();
    }

    @Test
    void theDocumentationSaysWhatIsRefused() throws IOException {
        if (UPDATE) {
            GoldenFiles.write(PAGE, page());
        }
        assertThat(PAGE).as("made anew by -Dgolden.update=true").hasContent(page());
    }

    @Test
    void whatIsSimulatedIsNotAmongTheRefused() {
        assertThat(Programs.notSimulated())
                .extracting(Program::name)
                .doesNotContainAnyElementsOf(new Programs(Shell.programs()).names());
    }

    /** "command not found" would be Linux's own answer. */
    @Test
    void aKnownProgramSaysThatItIsNotSimulated() {
        try (SimulatedLab lab = new SimulatedLab()) {
            StringBuilder text = new StringBuilder();
            int status = lab.run(Place.HOST, "ip netns add a; ip netns exec a conntrack -L", List.of(), new Lab.Sink() {
                @Override
                public void out(String more) {
                    text.append(more);
                }

                @Override
                public void err(String more) {
                    text.append(more);
                }
            });
            assertThat(text).hasToString("vethlab: conntrack is not simulated\n");
            assertThat(status).isEqualTo(2);
        }
    }

    @Test
    void everyRowNamesItsProgramAndIsWrittenOnce() {
        for (Program program : new Programs(List.of()).programs()) {
            assertThat(program.notSimulated()).as(program.name()).doesNotHaveDuplicates();
        }
    }
}
