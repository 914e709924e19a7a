package org.vethlab.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vethlab.program.Program;
import org.vethlab.program.Programs;

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
        return page.toString();
    }

    @Test
    void theDocumentationSaysWhatIsRefused() throws IOException {
        if (UPDATE) {
            GoldenFiles.write(PAGE, page());
        }
        assertThat(PAGE).as("made anew by -Dgolden.update=true").hasContent(page());
    }

    @Test
    void everyRowNamesItsProgramAndIsWrittenOnce() {
        for (Program program : new Programs(List.of()).programs()) {
            assertThat(program.notSimulated()).as(program.name()).doesNotHaveDuplicates();
        }
    }
}
