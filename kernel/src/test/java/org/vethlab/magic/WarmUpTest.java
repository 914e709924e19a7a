package org.vethlab.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vethlab.lab.Lab;
import org.vethlab.lab.SimulatedLab;
import org.vethlab.picture.Picture;

class WarmUpTest {
    private final List<Lab> opened = new ArrayList<>();
    private final StringBuilder printed = new StringBuilder();
    private final StringBuilder complained = new StringBuilder();

    private final Screen screen = new Screen() {
        @Override
        public void out(String text) {
            printed.append(text);
        }

        @Override
        public void err(String text) {
            complained.append(text);
        }

        @Override
        public void show(Picture picture) {}
    };

    @Test
    void doesWhatFirstCellsDoInALabOfItsOwn() {
        LabSession session = new LabSession(this::open, Backend.SIMULATED, new Course(Path.of("nowhere")));
        Lab lab = session.lab();
        new WarmUp(session.aside(), screen).run();

        assertThat(printed).contains("1 packets transmitted, 1 received");
        assertThat(complained).isEmpty();
        assertThat(opened).hasSize(2);
        assertThat(session.lab()).isSameAs(lab);
        assertThat(lab.places()).hasSize(1);
    }

    private Lab open(Backend backend, Course course) {
        Lab lab = new SimulatedLab();
        opened.add(lab);
        return lab;
    }
}
