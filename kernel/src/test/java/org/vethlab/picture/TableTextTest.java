package org.vethlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {
    private static final Table ROUTES = new Table(
            "Routes",
            List.of("destination", "why", "by"),
            List.of(
                    new Table.Row(List.of("10.0.0.0/8", "the first of two equal routes is taken", "main"), Remark.NONE),
                    new Table.Row(List.of("10.0.0.0/8", "", "main"), Remark.wrong("passed over"))));

    @Test
    void aTerminalThatIsWideEnoughGetsWhatANotebookGets() {
        assertThat(ROUTES.draw().narrow().apply(100)).isEqualTo(ROUTES.draw().text());
    }

    @Test
    void inANarrowOneTheWidestColumnGivesWayAndRemarksJoinTheLast() {
        assertThat(ROUTES.draw().narrow().apply(55)).isEqualTo("""
            Routes
            destination  why                     by
            10.0.0.0/8   the first of two equal  main
                         routes is taken
            10.0.0.0/8                           main ← passed over\
            """);
    }

    @Test
    void manyRowsAreNoMoreWorkEach() {
        Table.Row row = new Table.Row(List.of("a", "b", "c"), Remark.NONE);
        Table big = new Table("", List.of("1", "2", "3"), Collections.nCopies(50_000, row));
        assertThat(big.draw().text()).hasLineCount(50_001);
    }

    @Test
    void aLongLineGoesOnBelowItsLastColumn() {
        assertThat(Wrap.text("1  ARP  Who has 10.0.0.1? Tell 10.0.0.2", 24)).isEqualTo("""
            1  ARP  Who has
                    10.0.0.1? Tell
                    10.0.0.2\
            """);
    }

    @Test
    void aWordThatIsTooLongIsBroken() {
        assertThat(Wrap.text("abcdefgh", 5)).isEqualTo("abcde\nfgh");
    }
}
