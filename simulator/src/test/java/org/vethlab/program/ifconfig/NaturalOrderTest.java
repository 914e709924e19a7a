package org.vethlab.program.ifconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void sortsNumbersByValue() {
        List<String> names = new ArrayList<>(List.of("lo", "eth10", "e1", "e0", "eth2", "eth2:1", "br-lan", "e10"));

        names.sort(new NaturalOrder());

        assertThat(names).containsExactly("br-lan", "e0", "e1", "e10", "eth2", "eth2:1", "eth10", "lo");
    }
}
