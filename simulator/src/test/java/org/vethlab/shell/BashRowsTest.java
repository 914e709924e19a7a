package org.vethlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vethlab.lab.Lab;
import org.vethlab.lab.Place;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.process.Files;
import org.vethlab.process.Output;

/** Every row, on the simulated machine: bash runs the script as a file, in a directory of its own. */
class BashRowsTest {
    @TestFactory
    Stream<DynamicContainer> rows() {
        return Row.FILES.stream()
                .map(file -> DynamicContainer.dynamicContainer(
                        file,
                        Row.read(file).stream()
                                .map(row -> DynamicTest.dynamicTest(
                                        row.title(),
                                        () -> assertThat(run(row.script()))
                                                .as(row.script())
                                                .isEqualTo(row.answer())))));
    }

    private static Row.Answer run(String script) {
        StringBuilder output = new StringBuilder();
        try (SimulatedLab lab = new SimulatedLab()) {
            Files files = lab.machine().init().files();
            files.makeDirectory("/tmp/WORK");
            Output file = files.create("/tmp/t.sh", false);
            file.print(script);
            file.close();
            int status = lab.run(Place.HOST, "cd /tmp/WORK; bash ../t.sh < /dev/null", List.of(), collecting(output));
            return new Row.Answer(normal(output.toString()), status);
        }
    }

    private static String normal(String output) {
        return output.replace("../t.sh", "t.sh").replace("/tmp/WORK", "WORK");
    }

    private static Lab.Sink collecting(StringBuilder output) {
        return new Lab.Sink() {
            @Override
            public void out(String text) {
                output.append(text);
            }

            @Override
            public void err(String text) {
                output.append(text);
            }
        };
    }
}
