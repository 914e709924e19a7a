package org.vethlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void bothFormsSayTheSame() {
        Picture picture = new Table(
                        "Some <rows>",
                        List.of("a", "bb"),
                        List.of(
                                new Table.Row(List.of("1", ""), Remark.NONE),
                                new Table.Row(List.of("long", "&"), Remark.wrong("odd"))))
                .draw();
        assertThat(picture.text()).isEqualTo("Some <rows>\na     bb\n1\nlong  &   ← odd");
        assertThat(picture.rich())
                .contains(
                        "Some &lt;rows&gt;</caption>",
                        ">a</th>",
                        ">bb</th>",
                        ">remark</th>",
                        ">&amp;</td>",
                        ">odd</td>");
    }
}
