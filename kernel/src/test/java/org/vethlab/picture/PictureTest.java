package org.vethlab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** How a drawing gets into a page. */
class PictureTest {
    @Test
    void aDrawingIsAnImageThatSaysWhatItShows() {
        Picture picture = Picture.svg("a — b", "\"a\" & b", "<svg>ä</svg>");
        assertThat(picture.text()).isEqualTo("a — b");
        assertThat(picture.mime()).isEqualTo("text/html");
        assertThat(picture.rich()).contains("alt=\"&quot;a&quot; &amp; b\"").doesNotContain("<svg");
        String data = picture.rich().replaceAll(".*base64,|\">$", "");
        assertThat(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8))
                .isEqualTo("<svg>ä</svg>");
    }
}
