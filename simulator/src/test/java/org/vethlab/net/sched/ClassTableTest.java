package org.vethlab.net.sched;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The classes of a qdisc in the order of the kernel's hash buckets. */
class ClassTableTest {
    private record Named(Handle id) implements TrafficClass {
        @Override
        public Handle parent() {
            return Handle.ROOT;
        }

        @Override
        public Optional<Qdisc> leaf() {
            return Optional.empty();
        }

        @Override
        public Optional<Qdisc> graft(Qdisc newLeaf) {
            return Optional.empty();
        }

        @Override
        public void vacate() {}
    }

    private static List<String> orderOf(int... minors) {
        ClassTable<Named> table = new ClassTable<>();
        for (int minor : minors) {
            table.add(new Named(Handle.of(1, minor)));
        }
        return table.list().stream()
                .map(one -> Integer.toHexString(one.id().minor()))
                .toList();
    }

    @Test
    void listsByBucketTheNewestFirst() {
        assertThat(orderOf(0x1, 0x10, 0x20)).containsExactly("10", "1", "20");
    }

    /** The fourth class makes the table grow, which turns each bucket round. */
    @Test
    void growingTurnsBucketsRound() {
        assertThat(orderOf(0x1, 0x10, 0x20, 0x30)).containsExactly("1", "10", "20", "30");
    }

    @Test
    void forgetsWhatIsRemoved() {
        ClassTable<Named> table = new ClassTable<>();
        Named one = new Named(Handle.of(1, 1));
        table.add(one);
        table.remove(one);
        assertThat(table.find(one.id())).isEmpty();
        assertThat(table.list()).isEmpty();
    }
}
